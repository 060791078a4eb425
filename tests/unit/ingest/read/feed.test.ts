import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/ingest/read'
import { bytesInPieces, firstError, inPieces, isItem, onlyItem, went, words, xmlResults } from './help'

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Harbour Daily</title>
  <link>https://harbour.example/</link>
  <language>en-gb</language>
  <item>
    <title>Ferry &amp;amp; crew safe</title>
    <link>https://harbour.example/2024/ferry</link>
    <guid isPermaLink="false">tag:harbour.example,2024:1</guid>
    <pubDate>Fri, 05 Apr 2024 09:30:00 +0200</pubDate>
    <dc:creator>Ann Lee and Bo Cy</dc:creator>
    <category domain="https://harbour.example/sections/">Sea</category>
    <category>Ferries</category>
    <category>Weather</category>
    <description><![CDATA[All 40 on board <b>are safe</b>.]]></description>
    <c:encoded><![CDATA[<p>The ferry <em>Aurora</em> came in at noon.</p><p><a href="/2023/storm">Storms</a> last year.</p>]]></c:encoded>
    <media:content url="https://harbour.example/ferry.jpg" medium="image"><media:description>The Aurora</media:description><media:credit>Cy</media:credit></media:content>
    <comments>https://harbour.example/2024/ferry#comments</comments>
  </item>
</channel>
</rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <title>Hafenblatt</title>
  <entry>
    <title type="html">Fähre &amp;lt;Aurora&amp;gt; im Hafen</title>
    <id>urn:uuid:1</id>
    <link href="https://hafen.example/1"/>
    <updated>2024-04-05T12:00:00+02:00</updated>
    <author><name>Ann Lee</name><email>ann@hafen.example</email></author>
    <category term="sea" label="Meer"/>
    <summary>Alle wohlauf.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Um <b>zwölf</b> kam sie.</p><script>x()</script></div></content>
  </entry>
</feed>`

describe('RSS', () => {
  it('gives the item with all its fields, whatever prefixes the namespaces have', async () => {
    const result = onlyItem(await xmlResults(RSS))
    expect(result.item).toMatchObject({
      format: 'rss',
      guid: 'tag:harbour.example,2024:1',
      headline: 'Ferry & crew safe',
      standfirst: 'All 40 on board are safe.',
      publishedAt: '2024-04-05T07:30:00.000Z',
      bylines: [{ name: 'Ann Lee', role: 'reporter' }, { name: 'Bo Cy', role: 'reporter' }],
      section: { name: 'Sea' },
      tags: [{ name: 'Ferries', kind: 'subject' }, { name: 'Weather', kind: 'subject' }],
      language: 'en-GB',
      heroImage: { url: 'https://harbour.example/ferry.jpg', caption: 'The Aurora', credit: 'Cy' },
      provider: 'Harbour Daily',
      status: 'published',
      pubStatus: 'usable',
    })
    expect(words(result)).toEqual(['The ferry Aurora came in at noon.', 'Storms last year.'])
    expect(JSON.stringify(result.item.body)).toContain('https://harbour.example/2023/storm')
  })

  it('accounts for each element once, and for what stands beside the items', async () => {
    const results = await xmlResults(RSS)
    const result = onlyItem(results)
    expect(went(result, 'channel/item[1]/c:encoded')).toBe('body')
    expect(went(result, 'channel/item[1]/category[1]')).toBe('section')
    expect(went(result, 'channel/item[1]/category[3]')).toBe('tags')
    expect(went(result, 'channel/item[1]/comments')).toBe('left-out: an article has no field for it')
    expect(result.account).toHaveLength(12)
    expect(results.flatMap(({ account }) => account.map(({ at }) => at))).toEqual(expect.arrayContaining(['channel/title', 'channel/link', 'channel/language']))
  })

  it('reads the same in pieces of one character as in one', async () => {
    expect(await xmlResults(inPieces(RSS, 1))).toEqual(await xmlResults(RSS))
  })

  it('takes the description for the body where there is no content', async () => {
    const result = onlyItem(await xmlResults('<rss><channel><item><title>T</title><description>One &lt;i&gt;two&lt;/i&gt;</description></item></channel></rss>'))
    expect(words(result)).toEqual(['One two'])
    expect(result.item.standfirst).toBeUndefined()
  })

  it('refuses a date that is none, for that item alone', async () => {
    const results = await xmlResults('<rss><channel><item><pubDate>30 Feb 2024 10:00 GMT</pubDate></item><item><title>B</title></item></channel></rss>')
    expect(firstError(results[0])).toMatchObject({ path: 'channel/item[1]/pubDate' })
    expect(results.filter(isItem)).toHaveLength(1)
  })
})

describe('Atom', () => {
  it('gives the entry with all its fields', async () => {
    const result = onlyItem(await xmlResults(ATOM))
    expect(result.item).toMatchObject({
      format: 'atom',
      guid: 'urn:uuid:1',
      headline: 'Fähre <Aurora> im Hafen',
      standfirst: 'Alle wohlauf.',
      publishedAt: '2024-04-05T10:00:00.000Z',
      updatedAt: '2024-04-05T10:00:00.000Z',
      bylines: [{ name: 'Ann Lee', role: 'reporter' }],
      tags: [{ name: 'Meer', kind: 'subject' }],
      language: 'de',
      provider: 'Hafenblatt',
    })
    expect(words(result)).toEqual(['Um zwölf kam sie.'])
    expect(went(result, 'feed/entry[1]/author/email')).toBe('left-out: an article has no field for it')
  })
})

describe('an XML file', () => {
  it.each([
    ['utf-8', Buffer.from(RSS.replace('crew', 'ćrew'))],
    ['utf-16le', Buffer.from(`\ufeff${RSS.replace('crew', 'ćrew').replace('utf-8', 'utf-16')}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${RSS.replace('crew', 'ćrew').replace('utf-8', 'utf-16')}`, 'utf16le').swap16()],
  ])('may come in %s', async (_encoding, bytes) => {
    expect(onlyItem(await xmlResults(bytesInPieces(bytes))).item.headline).toBe('Ferry & ćrew safe')
  })

  it.each(['windows-1252', 'iso-8859-1'])('may come in %s, if it says so', async (encoding) => {
    const bytes = Buffer.from(RSS.replace('utf-8', encoding).replace('crew', 'caf\u00e9 \u0093crew\u0094'), 'latin1')
    expect(onlyItem(await xmlResults(bytesInPieces(bytes))).item.headline).toBe('Ferry & café “crew” safe')
  })

  it('is refused for bytes that its encoding has no meaning for', async () => {
    const bytes = Buffer.from(RSS.replace('crew', 'caf\u00e9'), 'latin1')
    expect(firstError((await xmlResults(bytesInPieces(bytes))).at(-1)).message).toMatch(/bytes that are not utf-8/)
  })

  it.each([
    ['a tag out of order', '<rss>\n <channel><title>x</chanel></rss>', 2, 19, /<\/chanel> stands where <\/title> should/],
    ['a bare ampersand', '<rss><channel>\n<title>A & B</title>', 2, 10, /write &amp;/],
    ['an entity of HTML', '<rss><channel><title>a&nbsp;b</title>', 1, 23, /&nbsp; is not known/],
    ['an attribute without quotes', '<rss version=2.0/>', 1, 5, /name="value"/],
    ['an early end', '<rss><channel>\n', 2, 1, /ends before <\/channel>/],
    ['another kind of root', '<html><body/></html>', 1, 1, /begins no RSS/],
    ['no XML at all', 'hello', 1, 1, /begins with "<"/],
  ])('with %s is refused with line and column', async (_what, source, line, column, message) => {
    const error = firstError((await xmlResults(source)).at(-1))
    expect(error).toMatchObject({ line, column })
    expect(error.message).toMatch(message)
  })

  it('gives the items before the place where it breaks off', async () => {
    const results = await xmlResults(RSS.replace('</channel>', '</chan>'))
    expect(results.filter(isItem)).toHaveLength(1)
    expect(firstError(results.at(-1)).line).toBe(21)
  })

  it('never expands entities of its own: a billion laughs are refused', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    expect(firstError((await xmlResults(bomb))[0]).message).toMatch(/declares entities/)
    const external = '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel><item><title>x</title></item></channel></rss>'
    expect(onlyItem(await xmlResults(external)).item.headline).toBe('x')
  })

  it('is refused when it nests without end', async () => {
    expect(firstError((await xmlResults('<rss>'.repeat(10_000)))[0]).message).toMatch(/more than 256 deep/)
  })

  it('keeps one item in memory, not the file', async () => {
    const item = `<item><title>T</title><description>${'word '.repeat(4_000)}</description></item>`
    async function* long(): AsyncGenerator<string> {
      yield '<rss><channel>'
      for (let index = 0; index < 5_000; index++) yield await Promise.resolve(item)
      yield '</channel></rss>'
    }
    const heap: number[] = []
    for await (const result of readXml(long())) if (isItem(result)) heap.push(process.memoryUsage().heapUsed)
    expect(heap).toHaveLength(5_000)
    // Between two collections the heap grows; its lowest points tell what is kept.
    expect(Math.min(...heap.slice(-1_000)) - Math.min(...heap.slice(0, 1_000))).toBeLessThan(20 * 1024 * 1024)
  }, 60_000)
})
