import { describe, expect, it } from 'vitest'
import { isItem, onlyItem, xmlResults } from './help'

const SPACES = 'xmlns:x="urn:x" xmlns:app="http://www.w3.org/2007/app" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
const rss = (inside: string, { attributes = '', channel = '' } = {}) => `<rss ${SPACES}><channel>${channel}<item ${attributes}><title>A</title><description>Words.</description>${inside}</item></channel></rss>`
const atom = (inside: string, { attributes = '', feed = '' } = {}) => `<feed xmlns="http://www.w3.org/2005/Atom" ${SPACES}>${feed}<entry ${attributes}><title>A</title><content>B</content>${inside}</entry></feed>`
const DRAFT = { status: 'draft', holdBack: expect.stringMatching(/\.$/) as unknown }

describe('a feed that holds a story back where nothing reads it (ingest I2)', () => {
  it.each([
    '<x:meta><x:embargo>2099-01-01T00:00:00Z</x:embargo></x:meta>', '<x:meta><x:more><x:from>2099-01-01</x:from></x:more></x:meta>', '<x:meta><x:note>Desk: not for publication</x:note></x:meta>',
    '<x:flags embargo="2099-01-01T00:00:00Z"/>', '<x:flags notForPublication="true"/>', '<x:meta><x:flags status="hold"/></x:meta>', '<x:flags from="2099-01-01"/>', '<x:flags say="Not for publication"/>',
    '<dcterms:valid>start=2020-01-01; end=2020-06-01; scheme=W3C-DTF</dcterms:valid>',
    '<x:pubStatus>withheld</x:pubStatus>', '<x:pubStatus>canceled</x:pubStatus>', '<x:kill/>', '<x:kill>yes</x:kill>', '<x:access>members</x:access>', '<x:flags access="members"/>', '<x:releaseDay>20990101</x:releaseDay>',
    '<x:publishAt>4070908800</x:publishAt>', '<x:release_time>4070908800000</x:release_time>', '<x:flags releaseAt="4070908800"/>',
    '<media:group><media:restriction relationship="deny">all</media:restriction></media:group>',
  ])('%s', async (element) => {
    for (const text of [rss(element), atom(element)]) expect(onlyItem(await xmlResults(text)).item, text).toMatchObject(DRAFT)
  })

  it.each(['<rights type="html">&lt;p&gt;Not for publication&lt;/p&gt;</rights>', '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Not for publication</div></rights>', '<rights type="html">&lt;p&gt;© The Wire&lt;/p&gt;&lt;p&gt;Embargoed until Friday&lt;/p&gt;</rights>'])('Atom’s %s', async (element) => {
    expect(onlyItem(await xmlResults(atom(element))).item).toMatchObject(DRAFT)
  })

  it.each(['<subtitle>Embargoed until Friday</subtitle>', '<subtitle type="html">&lt;b&gt;Not&lt;/b&gt; for publication</subtitle>', '<subtitle type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Not <b>for</b> publication</div></subtitle>', '<subtitle>HOLD - legal</subtitle>'])('an entry with %s', async (element) => {
    expect(onlyItem(await xmlResults(atom(element))).item).toMatchObject(DRAFT)
  })

  it.each(['status="draft"', 'x:embargo="2099-01-01"', 'app:draft="yes"', 'x:notForPublication="true"'])('an item or entry with %s', async (attributes) => {
    for (const text of [rss('', { attributes }), atom('', { attributes })]) expect(onlyItem(await xmlResults(text)).item, text).toMatchObject(DRAFT)
  })

  it.each(['<copyright>Not for publication</copyright>', '<dc:rights>© The Wire. Embargoed until Friday</dc:rights>', '<media:restriction relationship="deny">all</media:restriction>', '<prism:embargoDate>2099-01-01T00:00:00Z</prism:embargoDate>', '<rights type="html">&lt;b&gt;Not for publication&lt;/b&gt;</rights>'])('every item of a feed with %s', async (element) => {
    for (const text of [rss('</item><item><title>B</title>', { channel: element }), atom('</entry><entry><title>B</title>', { feed: element })]) {
      const results = await xmlResults(text)
      const items = results.filter(isItem)
      expect(items).toHaveLength(2)
      for (const { item } of items) expect(item).toMatchObject({ status: 'draft', holdBack: expect.stringContaining('whole feed') as unknown })
      expect(results.flatMap(({ account }) => account)).toContainEqual(expect.objectContaining({ to: 'status', why: 'for all items below it' }))
    }
  })

  it.each([
    rss('<guid isPermaLink="false">a</guid><x:meta><x:words>12</x:words></x:meta><media:content url="https://a.example/a.mp4" medium="video" isDefault="true"><media:restriction relationship="deny">all</media:restriction></media:content>'),
    rss('<x:flags draft="false" embargo="" status="published"/><x:pubStatus>usable</x:pubStatus><x:kill>no</x:kill><x:access>everyone</x:access><x:explicit>no</x:explicit><x:flags embargo="no"/><dcterms:valid>start=2020-01-01</dcterms:valid><x:publishAt>1577836800</x:publishAt><x:number>4070908800</x:number>', { channel: '<copyright>© 2099 The Wire. All rights reserved.</copyright><media:restriction relationship="allow">all</media:restriction><ttl>60</ttl>' }),
    atom('<link rel="alternate" href="https://a.example/2099-01-01/a"/><rights type="html">&lt;p&gt;© The Wire&lt;/p&gt;</rights><author><name>Ann Lee</name><uri>https://a.example</uri></author>', { attributes: 'xml:lang="en"', feed: '<rights>© The Wire</rights>' }),
  ])('but not one that is open: %s', async (text) => {
    expect(onlyItem(await xmlResults(text)).item).not.toHaveProperty('holdBack')
  })
})
