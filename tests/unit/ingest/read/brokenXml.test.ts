import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/ingest/read/readXml'
import { sniffFormat } from '../../../../src/ingest/read/sniff'

/** The text in two pieces, so that a fault may lie in the second. */
async function* piecesOf<Text extends string | Uint8Array>(text: Text) {
  await Promise.resolve()
  yield text.slice(0, Math.floor(text.length / 2))
  yield text.slice(Math.floor(text.length / 2))
}

async function read(text: string | Uint8Array): Promise<string[]> {
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
    ['an element behind the root', `${rss(kill('U'))}\n<script></script>`, ['U usable', 'failed']],
    ['a second feed behind the first', `${rss(story('A'))}${rss(kill('U'))}`, ['A usable', 'U in doubt', 'failed']],
    ['a second Atom feed behind the first', `${rss(story('A'))}\n${atom('<at:deleted-entry ref="U" when="2026-01-01T00:00:00Z"/>')}`, ['A usable', 'U in doubt', 'failed']],
    ['words behind the root', `${rss(story('A'))}x${rss(kill('U'))}`, ['A usable', 'U in doubt', 'failed']],
    ['an entity that is declared', `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>${rss(kill('U'))}`, ['U in doubt', 'failed']],
    ['two entities that are declared', `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "d">]>${rss(kill('U'))}`, ['U in doubt', 'failed']],
    ['a root with an attribute without quotes', rss(kill('U')).replace('"2.0"', '2.0'), ['U in doubt', 'failed']],
    ['a root with an attribute twice', rss(kill('U')).replace('<rss', '<rss version="2.0"'), ['U in doubt', 'failed']],
    ['a letter in front', `x<?xml version="1.0"?>${rss(kill('U'))}`, ['U in doubt', 'failed']],
    ['a warning in front', `<br />\n<b>Warning</b>:  Undefined variable $x in <b>/feed.php</b> on line <b>3</b><br />\n<?xml version="1.0"?>\n${rss(kill('U'))}`, ['U in doubt', 'failed']],
    ['a root in capitals', rss(kill('U')).replace(/<\/?\w+/g, (tag) => tag.toUpperCase()), ['U usable']],
    ['items in capitals, before and behind the fault', rss(...['U', 'V'].map((id) => kill(id).replace(/<\/?\w+/g, (tag) => tag.toUpperCase()))).replace('\n', '&'), ['U usable', 'V in doubt', 'failed']],
    ['a channel as the root', rss(kill('U')).replace(/<\/?rss[^>]*>/g, ''), ['U in doubt', 'failed']],
    ['a comment without an end', rss('<!-- From here on:', kill('U')), ['U in doubt', 'failed']],
    ['CDATA without an end', rss('<title><![CDATA[Wire</title>', kill('U')), ['U in doubt', 'failed']],
    ['an instruction without an end', rss('<?php', kill('U')), ['U in doubt', 'failed']],
    ['a deleted entry with an attribute without quotes', atom('<at:deleted-entry ref=U />'), ['U in doubt', 'failed']],
    ['an attribute with a quote too many', rss(kill('U').replace('<guid>', '<guid isPermaLink="false"">')), ['U in doubt', 'failed']],
    ['a byte that is not UTF-8', Buffer.from(rss(kill('U', '<author>caf\u00e9</author>')), 'latin1'), ['U in doubt', 'failed']],
    ['a byte that is not UTF-8 before it', Buffer.from(rss(story('A'), story('B', 'caf\u00e9'), kill('U')), 'latin1'), ['A usable', 'U in doubt', 'failed']],
    ['a byte that is not UTF-8 behind it', Buffer.from(rss(kill('U'), story('B', 'caf\u00e9')), 'latin1'), ['U usable', 'failed']],
    ['a character that is cut off', Buffer.from(`${rss(kill('U'))}\u00e9`).subarray(0, -1), ['U usable', 'failed']],
    ['an encoding that is not known', Buffer.from(`<?xml version="1.0" encoding="utf8mb4"?>${rss(kill('U'))}`), ['U in doubt', 'failed']],
  ])('may be a withdrawal: %s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
    expect(sniffFormat(text)).toBeDefined()
  })

  it.each([
    ['no kill', rss(story('U', '&'))],
    ['a kill without an id', rss('<item>&<title>KILL: Harbour closed</title></item>')],
    ['a comment', rss(story('U', '&'), `<!-- ${kill('V')} -->`)],
    ['another kind of file', `<html>&${kill('U')}</html>`],
  ])('is none with %s', async (_, text) => {
    expect(await read(text)).toEqual(['failed'])
  })

  it.each(['<', '<a ', '<a>', '</a>', '<item>', '<![CDATA[', '<!--', '<a b="', '<a b=\'c\' ', '&', '&amp', ' x="y"', '<item><a>', '<rss>', '<a b="c"" ', '<!---->', ' b = '])('takes time in proportion to its length: %s', async (part) => {
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
