import { describe, expect, it } from 'vitest'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { readHouse } from '../../../../src/ingest/read/house'
import { onlyItem, xmlResults } from './help'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><id>urn:x:1</id><updated>2024-04-05T00:00:00Z</updated><content>C</content>'
const WXR = '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'

/** Who signs an item that each format gives this line of names. */
const READERS: Record<string, (line: string) => Promise<string[]> | string[]> = {
  'RSS author': async (line) => namesOf(onlyItem(await xmlResults(`<rss><channel><item><title>T</title><author>${escape(line)}</author><description>D</description></item></channel></rss>`))),
  'dc:creator': async (line) =>
    namesOf(onlyItem(await xmlResults(`<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>T</title><dc:creator>${escape(line)}</dc:creator><description>D</description></item></channel></rss>`))),
  Atom: async (line) => namesOf(onlyItem(await xmlResults(`${ATOM}<author><name>${escape(line)}</name></author></entry></feed>`))),
  WordPress: async (line) =>
    namesOf(onlyItem(await xmlResults(`${WXR}<item><title>T</title><dc:creator>${escape(line)}</dc:creator><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><content:encoded>C</content:encoded></item></channel></rss>`))),
  ninjs: (line) => namesOf(onlyItem([...readNinjs(JSON.stringify({ uri: 'urn:x:1', headline: 'T', body_text: 'B', byline: line }))])),
  'Markdown author': (line) => namesOf(onlyItem([readMarkdown(`---\ntitle: T\nauthor: ${JSON.stringify(line)}\n---\nText\n`)])),
}

function namesOf({ item }: ReturnType<typeof onlyItem>): string[] {
  return item.bylines.map(({ name }) => name)
}

const LINES: readonly (readonly [string, readonly string[]])[] = [
  ['Jane Roe (jane@news.example)', ['Jane Roe']],
  ['jane@news.example (Jane Roe)', ['Jane Roe']],
  ['Jane Roe <jane@news.example>', ['Jane Roe']],
  ['Jane Roe <jane@news.example>, Ali Khan <ali@news.example>', ['Jane Roe', 'Ali Khan']],
  ['jane@news.example', []],
  ['By Jane Doe', ['Jane Doe']],
  ['BY: Jane Doe and Ali Khan', ['Jane Doe', 'Ali Khan']],
  ['Jane Doe/Reuters', ['Jane Doe']],
  ['Jane Doe (Reuters)', ['Jane Doe']],
  ['Reuters', ['Reuters']],
  ['Mary Smith in London, Ali Khan in Dubai', ['Mary Smith', 'Ali Khan']],
  ['Jane Doe, Jane Doe', ['Jane Doe']],
]

describe.each(Object.entries(READERS))('the names of %s (ingest I6)', (_, read) => {
  it.each(LINES)('%j are %j', async (line, names) => {
    expect(await read(line)).toEqual(names)
  })
})

it('maps of names show no e-mail address either (ingest I6)', () => {
  const ninjs = { uri: 'urn:x:1', headline: 'T', body_text: 'B', infoSources: [{ name: 'Jane Roe <jane@news.example>', role: 'reporter' }, { name: 'ali@news.example', role: 'editor' }] }
  expect(namesOf(onlyItem([...readNinjs(JSON.stringify(ninjs))]))).toEqual(['Jane Roe'])
  expect(namesOf(onlyItem([readMarkdown('---\ntitle: T\nbylines:\n  - name: Jane Roe (jane@news.example)\n---\nText\n')]))).toEqual(['Jane Roe'])
})

it('house copy shows no e-mail address, and one editor twice is one byline (ingest I6)', () => {
  const copy = ['Headline', 'Published: 18 October 2023', 'EDITED BY| HUXIANA <h@news.example>', 'EDITED BY| HUXIANA', 'Politic section - CJ (cj@news.example)', 'Body.'].join('\n')
  expect(onlyItem([readHouse(copy)]).item.bylines).toEqual([{ name: 'CJ', role: 'reporter' }, { name: 'HUXIANA', role: 'editor' }])
})
