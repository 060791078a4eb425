import { describe, expect, it } from 'vitest'
import { readHouse } from '../../../../src/ingest/read/house'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { onlyItem, xmlResults } from './help'

const now = new Date('2024-06-01T12:00:00Z')
const ninjs = (more: object) => onlyItem([...readNinjs(JSON.stringify({ uri: 'urn:a', headline: 'A', body_text: 'Words.', ...more }))]).item
const front = (mark: string, ...lines: string[]) => onlyItem([readMarkdown([mark, ...lines, mark, 'Words.'].join('\n'), { now })]).item
const rss = async (more: string) => onlyItem(await xmlResults(`<rss xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><item><title>A</title><description>Words.</description>${more}</item></channel></rss>`)).item
const atom = async (more: string) => onlyItem(await xmlResults(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><entry><title>A</title><content>Words.</content>${more}</entry></feed>`)).item
const wxr = async (value: string) => onlyItem(await xmlResults(`<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>A</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded>Words.</content:encoded><wp:postmeta><wp:meta_key>embargo_until</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta></item></channel></rss>`)).item
const house = (line: string) => onlyItem([readHouse([line, 'A headline', 'Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA', 'Words.'].join('\n'), { now })]).item

const UNBOUND = (item: object) => {
  expect(item).not.toHaveProperty('embargoUntil')
  expect(item).not.toHaveProperty('holdBack')
  expect(item).toMatchObject({ status: 'published' })
}

/** Words that say that there is no embargo. */
const NONE = ['none', 'None', 'NONE.', 'no', 'n/a', 'nil', 'lifted', 'expired', 'Not applicable', 'keine', 'aucun', 'ninguno', 'нет', '无']

describe('an embargo that is none', () => {
  it.each(NONE)('in words: %s', async (word) => {
    const copies = [
      ninjs({ embargoedUntil: word }), ninjs({ embargoed: word }), ninjs({ extra: { embargoUntil: word } }), front('---', `embargoUntil: ${JSON.stringify(word)}`), front('---', `embargo: ${JSON.stringify(word)}`),
      front('---', 'params:', `  embargo_date: ${JSON.stringify(word)}`), front('+++', `embargoUntil = ${JSON.stringify(word)}`, 'title = "A"'), house(`EMBARGO: ${word}`),
      await rss(`<prism:embargoDate>${word}</prism:embargoDate>`), await atom(`<prism:embargoDate>${word}</prism:embargoDate>`), await rss(`<prism:flags embargo="${word}"/>`), await wxr(word),
    ]
    for (const item of copies) UNBOUND(item)
  })

  it.each(['', ' ', false, null, 0, '0000-00-00 00:00:00'])('as an empty value: %j', (value) => {
    for (const item of [ninjs({ embargoedUntil: value }), ninjs({ embargoed: value }), front('---', `embargoUntil: ${JSON.stringify(value)}`)]) UNBOUND(item)
  })

  it.each(['<prism:embargoDate></prism:embargoDate>', '<prism:embargoDate/>', '<prism:embargoUntil> </prism:embargoUntil>'])('as an element without words: %s', async (element) => {
    UNBOUND(await rss(element))
    UNBOUND(await atom(element))
  })

  it.each(['yes', 'Friday', 'none yet', 'no later than Friday', true])('unlike %j, which is not published', (value) => {
    const [result] = [...readNinjs(JSON.stringify({ uri: 'urn:a', headline: 'A', body_text: 'Words.', embargoedUntil: value }))]
    expect(result?.ok && result.item?.status === 'published' && !result.item.faults).toBe(false)
    expect(front('---', `embargoUntil: ${JSON.stringify(value)}`)).toMatchObject({ status: 'draft' })
  })
})
