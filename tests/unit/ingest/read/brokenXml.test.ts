import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/ingest/read/readXml'
import { sniffFormat } from '../../../../src/ingest/read/sniff'

/** The text in two pieces, so that a fault may lie in the second. */
async function* piecesOf(text: string) {
  await Promise.resolve()
  yield text.slice(0, Math.floor(text.length / 2))
  yield text.slice(Math.floor(text.length / 2))
}

async function read(text: string): Promise<string[]> {
  const outcomes: string[] = []
  for await (const result of readXml(piecesOf(text))) {
    if (!result.ok) outcomes.push('failed')
    else if (result.item) outcomes.push(`${result.item.guid ?? ''} ${result.item.faults ? 'in doubt' : (result.item.pubStatus ?? '')}`)
  }
  return outcomes
}

const rss = (...items: string[]) => `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example.com</link>${items.join('\n')}</channel></rss>`
const kill = (guid: string, more = '') => `<item><guid>${guid}</guid><title>KILL: Harbour closed</title>${more}</item>`
const story = (guid: string, more = '') => `<item><guid>${guid}</guid><title>Harbour open</title><description>Words.</description>${more}</item>`
const atom = (...entries: string[]) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>urn:f</id>${entries.join('\n')}</feed>`

describe('XML with a fault in it', () => {
  it.each([
    ['a bare &', rss(kill('U', '<description>Smith & Sons</description>')), ['U in doubt', 'failed']],
    ['a bare & before its id', rss('<item><title>KILL: Smith & Sons</title><guid>U</guid></item>'), ['U in doubt', 'failed']],
    ['an entity of HTML', rss(kill('U', '<description>Smith&nbsp;Sons</description>')), ['U in doubt', 'failed']],
    ['a tag that is not closed', rss(kill('U', '<description>a<br>b</description>')), ['U in doubt', 'failed']],
    ['a bare <', rss(kill('U', '<description>1 < 2</description>')), ['U in doubt', 'failed']],
    ['an attribute without quotes', rss('<item><guid isPermaLink=false>U</guid><title>KILL: Harbour closed</title></item>'), ['U in doubt', 'failed']],
    ['no end', rss(kill('U')).slice(0, -40), ['U in doubt', 'failed']],
    ['no end of the item', rss(kill('U').replace('</item>', ''), kill('V')), ['U in doubt', 'V in doubt', 'failed']],
    ['a fault in an item before it', rss(story('A'), story('B', '<x>&</x>'), story('C'), kill('U')), ['A usable', 'U in doubt', 'failed']],
    ['a fault before all items', rss(kill('U')).replace('Wire', 'Wire & Co'), ['U in doubt', 'failed']],
    ['a kill before the fault', rss(kill('U'), story('B', '&')), ['U usable', 'failed']],
    ['CDATA', rss('<item>&<guid><![CDATA[U]]></guid><title><![CDATA[KILL: A <b> & c]]></title></item>'), ['U in doubt', 'failed']],
    ['a deleted entry', atom('<entry><id>A</id><title>a & b</title></entry>', '<at:deleted-entry ref="U" when="2026-01-01T00:00:00Z"/>'), ['U in doubt', 'failed']],
    ['a deleted entry with it', atom('<at:deleted-entry ref="U" when="2026-01-01T00:00:00Z"><at:comment>a & b</at:comment></at:deleted-entry>'), ['U in doubt', 'failed']],
    ['a post in the trash', rss('<item>&<guid>U</guid><wp:post_id>5</wp:post_id><wp:status>trash</wp:status></item>').replace('<rss', '<rss xmlns:wp="http://wordpress.org/export/1.2/"').replace('<channel>', '<channel><wp:wxr_version>1.2</wp:wxr_version>'), ['U in doubt', 'failed']],
  ])('may be a withdrawal: %s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
  })

  it.each([
    ['no kill', rss(story('U', '&'))],
    ['a kill without an id', rss('<item>&<title>KILL: Harbour closed</title></item>')],
    ['a comment', rss(story('U', '&'), `<!-- ${kill('V')} -->`)],
    ['another kind of file', `<html>&${kill('U')}</html>`],
  ])('is none with %s', async (_, text) => {
    expect(await read(text)).toEqual(['failed'])
  })

  it.each(['<', '<a ', '<a>', '</a>', '<item>', '<![CDATA[', '<!--', '<a b="', '<a b=\'c\' ', '&', '&amp', ' x="y"', '<item><a>'])('takes time in proportion to its length: %s', async (part) => {
    const start = performance.now()
    await read(`<rss><channel><item>&${part.repeat(20_000)}`)
    await read(`<rss><channel><item>&<a ${part.repeat(20_000)}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('a document that is one entry (RFC 4287, section 2)', () => {
  const entry = '<entry xmlns="http://www.w3.org/2005/Atom"><id>U</id><title>Harbour open</title><updated>2026-01-01T00:00:00Z</updated><content>Words.</content></entry>'
  const deleted = '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="U" when="2026-01-01T00:00:00Z"/>'

  it('is read', async () => {
    expect(await read(entry)).toEqual(['U usable'])
    expect(await read(deleted)).toEqual(['U canceled'])
  })

  it('is told from other XML', () => {
    expect([entry, `<?xml version="1.0"?>\n${deleted}`, '<entry><id>U</id></entry>', '<entry xmlns="http://www.w3.org/2005/Atomic"/>'].map((text) => sniffFormat(text))).toEqual(['atom', 'atom', undefined, undefined])
  })
})
