import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../../../src/formats/markdown'
import { readBody } from '../../../../src/formats/body'
import { plainToLexical } from '../../../../src/ingest/lexical'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { parseWireDate } from '../../../../src/ingest/read/date'
import { firstError, onlyItem, words, xmlResults } from './help'

const atom = (entry: string, more = '') => `<feed xmlns="http://www.w3.org/2005/Atom" ${more}><link href="https://a.example/"/><entry><id>urn:x:1</id><title>T</title><updated>2024-04-05T00:00:00Z</updated>${entry}</entry></feed>`

describe('a date (ingest S3)', () => {
  it.each([
    ['2023-12-31T23:59:60Z', '2024-01-01T00:00:00.000Z'],
    ['2023-12-31T24:00:00Z', '2024-01-01T00:00:00.000Z'],
    ['٢٠٢٣-١٠-١٨', '2023-10-18T00:00:00.000Z'],
    ['۲۰۲۳-۱۰-۱۸T09:00:00Z', '2023-10-18T09:00:00.000Z'],
    ['18 octubre 2023', '2023-10-18T00:00:00.000Z'],
  ])('is read from %j', (text, iso) => {
    expect(parseWireDate(text)).toMatchObject({ ok: true, iso })
  })

  it.each(['2023-12-31T24:00:01Z', '2023-12-31T23:58:60Z', '2023-02-30', '2023-12-31T25:00:00Z'])('is refused when it never was: %j', (text) => {
    expect(parseWireDate(text)).toMatchObject({ ok: false, message: expect.stringContaining('ever was') })
  })

  it('of the Thai calendar is questioned', () => {
    expect(parseWireDate('2566-10-18T09:00:00Z')).toEqual({ ok: false, message: '2566 looks like a year of the Thai calendar; write 2023 if it is one.' })
  })
})

describe('a feed (ingest S3)', () => {
  it('says when an item has no date', async () => {
    const item = (more: string) => xmlResults(`<rss><channel><item><title>T</title><description>D</description>${more}</item></channel></rss>`)
    expect(onlyItem(await item('')).notes).toEqual(['The item has no date: it is dated when it is published here.'])
    expect(onlyItem(await item('<pubDate>Fri, 05 Apr 2024 06:00:00 GMT</pubDate>')).notes).toEqual([])
  })

  it('has no text where Atom has a file in Base64', async () => {
    const result = onlyItem(await xmlResults(atom('<summary>In short.</summary><content type="image/png">iVBORw0KGgo=</content>')))
    expect(words(result)).toEqual(['In short.'])
    expect(result.notes).toEqual(['The content is a file (image/png) and was left out.'])
    expect(words(onlyItem(await xmlResults(atom('<content type="text/plain">Words.</content>'))))).toEqual(['Words.'])
  })

  it.each([
    ['<content type="html" xml:base="https://b.example/c/">&lt;a href="d"&gt;x&lt;/a&gt;</content>', '', 'https://b.example/c/d'],
    ['<content type="html" xml:base="c/">&lt;a href="d"&gt;x&lt;/a&gt;</content>', 'xml:base="https://b.example/"', 'https://b.example/c/d'],
    ['<content type="html">&lt;a href="d"&gt;x&lt;/a&gt;</content>', 'xml:base="https://b.example/e/"', 'https://b.example/e/d'],
    ['<content type="html">&lt;a href="d"&gt;x&lt;/a&gt;</content>', '', 'https://a.example/d'],
  ])('resolves addresses against xml:base: %j %j', async (content, more, url) => {
    expect(readBody(onlyItem(await xmlResults(atom(content, more))).item.body)).toMatchObject([{ children: [{ type: 'link', target: { url } }] }])
  })
})

describe('a body (ingest S3)', () => {
  it('of ninjs is the plain one beside NITF, and NITF by its words alone', () => {
    const nitf = { role: 'main', contentType: 'application/nitf+xml', value: '<body><p>Words of <em>NITF</em>.</p></body>' }
    const ninjs = (...bodies: object[]) => words(onlyItem([...readNinjs(JSON.stringify({ uri: 'urn:x:1', headline: 'T', bodies }))]))
    expect(ninjs(nitf, { role: 'main', contentType: 'text/plain', value: 'Plain words.' })).toEqual(['Plain words.'])
    expect(ninjs(nitf)).toEqual(['Words of NITF.'])
  })

  it('of a very long paragraph comes back from Markdown as it was', () => {
    const long = `* It is ${'long, and goes on. '.repeat(1_000)}`
    const text = toMarkdown({ id: '1', headline: 'T', body: plainToLexical([long]) as never }, { siteUrl: 'https://a.example', newsroom: { name: 'N', language: 'en' } })
    const [paragraph = ''] = words(onlyItem([readMarkdown(text)]))
    expect(paragraph.trim()).toBe(long.trim())
  })
})

it.each([
  ['JSON Feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [{ id: '1', title: 'B', content_html: '<p>C</p>' }] }), 'This is a JSON Feed'],
  ['Ghost', JSON.stringify({ db: [{ data: { posts: [] } }] }), 'This is a Ghost export'],
  ['Hugo', '{\n  "title": "T"\n}\n\nWords.\n', 'Markdown under JSON front matter'],
])('a file of %s is refused with what to do instead (ingest S3)', (_, text, message) => {
  expect(firstError([...readNinjs(text)][0]).message).toContain(message)
})
