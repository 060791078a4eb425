import { describe, expect, it } from 'vitest'
import type { WireItem } from '../../../../src/ingest/item'
import { readStories } from '../../../../src/ingest/save/readStories'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** The one story of a copy. */
async function itemOf(content: string): Promise<WireItem> {
  for await (const parsed of readStories({ name: 'file', chunks: once(Buffer.from(content)) })) {
    if ('story' in parsed) return parsed.story.item
    throw new Error(JSON.stringify(parsed.report))
  }
  throw new Error('Expected a story.')
}

const ninjs = (more: object) => JSON.stringify({ uri: 'urn:a', body_text: 'Words.', ...more })
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const rss = (headline: string, text = 'Words.') => `<rss><channel><item><guid>urn:a</guid><title>${escaped(headline)}</title><description>${escaped(text)}</description></item></channel></rss>`
const atom = (headline: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>${escaped(headline)}</title><content>Words.</content></entry></feed>`
const wxr = (headline: string) => `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>${escaped(headline)}</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded>Words.</content:encoded></item></channel></rss>`
const BELOW = ['Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023', 'Body.']

/** Every place that may have the headline. */
const PLACES: [string, (headline: string) => string][] = [
  ['ninjs headlines (main)', (headline) => ninjs({ headlines: [{ role: 'main', value: headline }] })],
  ['ninjs headlines without a role', (headline) => ninjs({ headlines: [{ value: headline }] })],
  ['ninjs headlines, another role than the one taken', (headline) => ninjs({ headlines: [{ role: 'main', value: 'Story' }, { role: 'short', value: headline }] })],
  ['ninjs 1.x headline', (headline) => ninjs({ headline })],
  ['ninjs headline beside headlines', (headline) => ninjs({ headline, headlines: [{ role: 'main', value: 'Story' }] })],
  ['ninjs headline_text', (headline) => ninjs({ headline_text: headline })],
  ['ninjs headline_html', (headline) => ninjs({ headline_html: `<h1>${escaped(headline)}</h1>` })],
  ['ninjs title', (headline) => ninjs({ title: headline })],
  ['ninjs headline of a draft', (headline) => ninjs({ headline, state: 'draft' })],
  ['RSS title', (headline) => rss(headline)],
  ['RSS title of a pending item', (headline) => rss(headline).replace('</guid>', '</guid><status>pending</status>')],
  ['Atom title', (headline) => atom(headline)],
  ['WordPress title', (headline) => wxr(headline)],
  ['WordPress title of a draft', (headline) => wxr(headline).replace('>publish<', '>draft<')],
  ['YAML headline', (headline) => `---\nheadline: ${JSON.stringify(headline)}\n---\nWords.\n`],
  ['YAML title', (headline) => `---\ntitle: ${JSON.stringify(headline)}\n---\nWords.\n`],
  ['YAML title beside a headline', (headline) => `---\nheadline: Story\ntitle: ${JSON.stringify(headline)}\n---\nWords.\n`],
  ['YAML title of a draft', (headline) => `---\ntitle: ${JSON.stringify(headline)}\ndraft: true\n---\nWords.\n`],
  ['TOML title', (headline) => `+++\ntitle = ${JSON.stringify(headline)}\n+++\nWords.\n`],
  ['first heading', (headline) => `---\nguid: urn:a\n---\n# ${headline.replace(/[*_[\]<>]/g, '\\$&')}\n\nWords.\n`],
]

/** Places where Markdown would read its marks. */
const isPlain = (place: string, headline: string) => place !== 'first heading' || !/[*_[\]<>]/.test(headline)

describe('a headline that is a kill notice, wherever it stands', () => {
  it.each(PLACES)('%s', async (_, copyOf) => {
    for (const headline of ['MANDATORY KILL', 'KILL NOTICE', 'STORY WITHDRAWN', 'STORY KILL', 'RETRACTION: x', 'Story withdrawn by agency', 'WITHDRAWN: Story x']) {
      expect([headline, await itemOf(copyOf(headline))]).toMatchObject([headline, { takesBack: 'withdraws', holdBack: expect.any(String) as unknown }])
    }
  })

  it.each(['MANDATORY KILL', 'KILL NOTICE', 'STORY KILL', 'STORY WITHDRAWN'])('house copy, in a line of its own: %s', async (notice) => {
    expect(await itemOf([notice, 'Story', ...BELOW].join('\n'))).toMatchObject({ headline: 'Story', takesBack: 'withdraws', holdBack: expect.any(String) as unknown })
    expect(await itemOf(['Story', ...BELOW, notice].join('\n'))).toMatchObject({ headline: 'Story', takesBack: 'holds', holdBack: expect.any(String) as unknown })
  })
})

const KILLS = [
  'WITHDRAWN: Story x', 'RETRACTED: Story', 'KILLED: Story', 'KILL STORY', 'KILL-STORY', 'KILL STORY x', 'URGENT: KILL STORY x', 'MANDATORY KILL of the story slugged x', 'Kill notice: Story', 'STORY WITHDRAWN x', 'KILL NOTICE for x', 'Urgent: kill notice for this story', 'Story withdrawn: x', 'EDS: MANDATORY STORY KILL', 'MANDATORY STORY KILL', 'KILL: Story x', '(KILL) Story', '[KILL] Story', '【撤稿】某报道',
  'KILLED - Story', 'KILLED — Story', 'KILLED—Story', 'WITHDRAWN – Story', 'WITHDRAWN - Story', '(WITHDRAWN) Story', '[Withdrawn] Story', '[Retracted] Story', '(RETRACTED) Story', 'RETRACTED/Story', 'KILL | Story', 'KILL', 'KILLED', 'WITHDRAWN', 'RETRACTED', 'RETRACTION', 'WITHDRAWN.', '*KILL* Story',
  'UPDATE 2: WITHDRAWN: Story', 'URGENT - RETRACTED: Story', 'BULLETIN KILL', 'Attention editors: KILL: Story', '12:05 KILL: Story', 'WITHDRAWN STORY: x', 'К\u0406LL: Story', 'KI\u200bLL: Story', 'ＫＩＬＬ：Story',
  '[RETIRADA] Nota', 'RETIRADA', 'NOTA RETIRADA: x', 'RETRACTACIÓN: x', 'RETRATAÇÃO: x', 'RETIRÉE: Dépêche', 'DÉPÊCHE ANNULÉE - x', 'ZURÜCKGEZOGEN: Meldung', 'INGETROKKEN: Bericht', 'WYCOFANE: Depesza', 'ОТОЗВАНО: Новость', 'СНЯТО С ЛЕНТЫ: Новость', '撤稿: 某报道', '撤稿：某报道', '撤稿', '撤稿通知', '[기사 취소] 제목', '전문취소: 제목', 'سحب الخبر: عنوان', 'إلغاء الخبر',
]

const DOUBTS = [
  'ADVISORY: kill story', 'Kill: Story x', 'Story withdrawn from contest wins', 'Kill notice served on 3,000 hens', 'KILLED - 12 in storm', 'KILLED: 12 in storm', 'Mandatory kill of infected hens', 'Withdrawn: Story x', 'Retracted: Story x', 'Retraction: Nature pulls paper', 'Urgent: Retraction: Nature pulls paper', 'RETIRADA: tropas rusas salen de Jersón', 'RETIRADO: el general', 'STORNO: was Reisende wissen müssen', 'STORNIERT: Flüge', 'RITIRATA: i russi lasciano Kherson', 'RITIRATO: il ciclista', 'kill story', 'KILL STORY DIVIDES TOWN', 'KILLED: TWO OFFICERS', 'Minister resigns (WITHDRAWN)', 'Minister [KILLED]', 'Minister [撤稿]', 'Editors, please kill the story slugged X', 'CANCELED: Story', 'ANNULÉ: Concert', '撤回: 某事', '철회: 제목', 'إلغاء: عنوان', 'ОТОЗВАН: Посол', 'HOLD - Story', 'HOLD - EU embargo on oil', 'EMBARGOED until Friday: KILL STORY', 'NOT FOR PUBLICATION: Story',
]

const HARMLESS = [
  'Killed: the story of a bill', 'Police kill story spreads', 'Retraction of troops begins', 'Kill Bill returns', 'Withdrawal from Gaza', 'Withdrawal: what the treaty says', 'Withdrawn funds return to banks', 'Withdrawn troops reach home', 'Withdrawn drug was safe, court finds', 'Killed in action: a soldier’s story',
  'Killed in a crash', 'Killed journalist honoured', 'Two killed in blast', 'TWO KILLED IN BLAST', 'KILLED IN ACTION: A SOLDIER', 'KILL-SWITCH LAW PASSES', 'Kill switch: how it works', 'Kill fees for writers', 'KILLER WHALES RETURN', 'Killers: a review', 'Kill the bill, protesters chant', 'To kill: a mockingbird', 'Story kills careers', 'Retracted statement haunts minister',
  'Retraction by newspaper ends case', 'Retractable roof fails', 'Bill withdrawn: what is next', 'Minister withdraws: a study', 'Candidate withdrawn (again)', 'Road kill on the rise', 'Bug killed (update)', 'Buzz kill at party', 'License to kill: new film', 'Cancelled flights return', 'Canceled: why the show ended', 'Spiked: a drink', 'Deleted scenes: a guide', 'Recall of cars: what to know',
  'Retraction notice period ends', 'Retirada de tropas', 'Anulada: la boda del año', 'Retrait de Gaza', 'Annulé: le concert', 'Rückzug aus Gaza', 'Ritiro di truppe', 'Отзыв посла', '撤回军队的计划', '撤军加沙', '撤销令引发争议', '철회된 법안', '취소된 공연', 'سحب القوات من غزة', 'إلغاء الرحلات',
]

describe('words about a kill in a headline (ingest I11)', () => {
  const formats = PLACES.filter(([place]) => ['ninjs 1.x headline', 'RSS title', 'Atom title', 'WordPress title', 'YAML title', 'TOML title', 'first heading'].includes(place))

  it.each(KILLS)('withdraw the story: %s', async (headline) => {
    for (const [place, copyOf] of formats) if (isPlain(place, headline)) expect([place, await itemOf(copyOf(headline))]).toMatchObject([place, { takesBack: 'withdraws', holdBack: expect.any(String) as unknown }])
  })

  it.each(DOUBTS)('hold the story: %s', async (headline) => {
    for (const [place, copyOf] of formats) if (isPlain(place, headline)) expect([place, await itemOf(copyOf(headline))]).toMatchObject([place, { takesBack: 'holds', holdBack: expect.any(String) as unknown }])
  })

  it.each(['EMBARGOED until Friday: Story', 'Embargo: EU bans Russian oil', 'EMBARGO: Story', '[EMBARGO] Story', 'Urgent: EMBARGOED until Friday: Story', 'Sperrfrist: Freitag', 'ЭМБАРГО: Новость'])('only keep this version back where they are an embargo: %s', async (headline) => {
    const copies = [...formats.filter(([place]) => isPlain(place, headline)).map(([, copyOf]) => copyOf(headline)), [headline, ...BELOW].join('\n')]
    for (const copy of copies) expect([copy, await itemOf(copy)]).toMatchObject([copy, { holdBack: expect.any(String) as unknown }])
    for (const copy of copies) expect([copy, (await itemOf(copy)).takesBack]).toEqual([copy, undefined])
  })

  it.each(HARMLESS)('are what the story is about: %s', async (headline) => {
    const copies = [...formats.map(([, copyOf]) => copyOf(headline)), [headline, ...BELOW].join('\n')]
    for (const copy of copies) {
      const item = await itemOf(copy)
      expect([copy, item.takesBack, item.holdBack]).toEqual([copy, undefined, undefined])
    }
  })

  it.each(['WITHDRAWN: Story x', 'KILL STORY x', 'KILLED: Story', '(KILL) Story'])('withdraw house copy: %s', async (headline) => {
    expect(await itemOf([headline, ...BELOW].join('\n'))).toMatchObject({ takesBack: 'withdraws', holdBack: expect.any(String) as unknown })
  })
})

describe('words about a kill elsewhere (ingest I11)', () => {
  it.each([
    ['a standfirst', ninjs({ headline: 'Story', description_text: 'MANDATORY KILL' })], ['a first paragraph', rss('Story', 'STORY KILL: Minister')], ['a note', ninjs({ headline: 'Story', edNote: 'Adds quote. Please kill the story.' })], ['a label in a note', ninjs({ headline: 'Story', edNote: 'KILL: Minister' })],
    ['a slugline', ninjs({ headline: 'Story', slugline: 'KILL-minister' })],
  ])('hold the story: %s', async (_, copy) => {
    expect(await itemOf(copy)).toMatchObject({ takesBack: 'holds', holdBack: expect.any(String) as unknown })
  })

  it.each(['KILLED: John Smith, 43', 'WITHDRAWN: two horses', 'Killed: nobody'])('are part of the text: %s', async (words) => {
    for (const copy of [rss('Story', words), ninjs({ headline: 'Story', body_text: words }), `---\ntitle: Story\n---\n${words}\n`]) expect(await itemOf(copy)).not.toHaveProperty('holdBack')
  })
})

describe('a note to editors (ingest I11)', () => {
  const KILL = 'MANDATORY KILL. The story is wrong.'
  it.each([
    ['ninjs', ninjs({ headline: 'Story', edNote: KILL })],
    ['ninjs, among its extra settings', ninjs({ headline: 'Story', extra: { editorsNote: KILL } })],
    ['RSS', rss('Story').replace('</guid>', `</guid><edNote>${KILL}</edNote>`)],
    ['RSS, in a vocabulary of its own', rss('Story').replace('</guid>', `</guid><ap:editorsNote xmlns:ap="urn:ap">${KILL}</ap:editorsNote>`)],
    ['Atom', atom('Story').replace('</id>', `</id><x:edNote xmlns:x="urn:x">${KILL}</x:edNote>`)],
    ['WordPress', wxr('Story').replace('<content:', `<wp:postmeta><wp:meta_key>editors_note</wp:meta_key><wp:meta_value>${KILL}</wp:meta_value></wp:postmeta><content:`)],
    ['YAML', `---\ntitle: Story\nedNote: ${JSON.stringify(KILL)}\n---\nWords.\n`],
    ['TOML', `+++\ntitle = "Story"\neditors-note = ${JSON.stringify(KILL)}\n+++\nWords.\n`],
  ])('that kills the story withdraws it: %s', async (_, copy) => {
    expect(await itemOf(copy)).toMatchObject({ takesBack: 'withdraws', holdBack: expect.any(String) as unknown })
  })
})

describe('settings that take a story back (ingest I11)', () => {
  const yaml = (setting: string) => `---\ntitle: Story\n${setting}\n---\nWords.\n`
  it.each(['status: Killed.', 'status: withdrawn by agency', 'withdrawn: Y', 'killed: true', 'retracted: 1', 'status: Retracted!'])('withdraw it: %s', async (setting) => {
    expect(await itemOf(yaml(setting))).toMatchObject({ takesBack: 'withdraws', holdBack: expect.any(String) as unknown })
  })
  it.each(['killed: 1', 'killed: "1"', 'status: Texas', 'state: killed in action', 'withdrawn: perhaps'])('hold it: %s', async (setting) => {
    expect(await itemOf(yaml(setting))).toMatchObject({ takesBack: 'holds', holdBack: expect.any(String) as unknown })
  })
  it.each(['killed: []', 'killed: 0', 'killed: false', 'retracted: n', 'withdrawn: N'])('say nothing: %s', async (setting) => {
    const { holdBack, takesBack } = await itemOf(yaml(setting))
    expect([holdBack, takesBack]).toEqual([undefined, undefined])
  })
  it('in house copy, a headline that may be a notice holds it', async () => {
    for (const headline of ['Story withdrawn from contest wins', 'Kill notice served on 3,000 hens', 'KILLED - 12 in storm']) expect(await itemOf([headline, ...BELOW].join('\n'))).toMatchObject({ takesBack: 'holds', holdBack: expect.any(String) as unknown })
  })
})

describe('labels and notes that hold a story (ingest I2)', () => {
  const yaml = (setting: string) => `---\ntitle: Story\n${setting}\n---\nWords.\n`
  const element = (xml: string) => rss('Story').replace('</guid>', `</guid>${xml}`)
  it.each([
    ['usage terms that kill it', ninjs({ headline: 'Story', usageterms: 'MANDATORY KILL' })],
    ['a note', ninjs({ headline: 'Story', edNote: 'Please hold' })],
    ['a note, behind other words', ninjs({ headline: 'Story', edNote: 'Adds quote. Please hold this story.' })],
    ['a note that it is on hold', ninjs({ headline: 'Story', edNote: 'ON HOLD for legal' })],
    ['a signal', ninjs({ headline: 'Story', signals: [{ name: 'hold' }] })],
    ['the code of a signal', ninjs({ headline: 'Story', signal: 'sig:kill' })],
    ['a genre', ninjs({ headline: 'Story', genres: [{ name: 'Kill' }] })],
    ['a signal beside an embargo', ninjs({ headline: 'Story', edNote: 'Embargoed until Friday', signals: [{ name: 'hold' }] })],
    ['RSS, an element', element('<x:signal xmlns:x="urn:x">hold</x:signal>')],
    ['RSS, the code in an element', element('<x:signal xmlns:x="urn:x">sig:kill</x:signal>')],
    ['RSS, an attribute', element('<x:signal xmlns:x="urn:x" name="sig:kill"/>')],
    ['RSS, a note', element('<edNote>Please hold</edNote>')],
    ['front matter, a signal', yaml('signal: hold')],
    ['front matter, a list of signals', yaml('signals: ["sig:kill"]')],
    ['front matter, a note', yaml('edNote: Please hold')],
    ['front matter, usage terms', yaml('usageterms: MANDATORY KILL')],
  ])('%s', async (_, copy) => {
    expect(await itemOf(copy)).toMatchObject({ takesBack: 'holds', holdBack: expect.any(String) as unknown })
  })

  it.each([
    ['an embargo in a note', ninjs({ headline: 'Story', edNote: 'EMBARGOED until 18 October 2099, 09:00 GMT' })],
    ['an embargo without a date', ninjs({ headline: 'Story', edNote: 'Embargoed until Friday' })],
    ['a hold until a time', ninjs({ headline: 'Story', edNote: 'Hold for release until 6 pm' })],
    ['a day ahead', ninjs({ headline: 'Story', extra: { publishFrom: '2099-01-01' } })],
    ['a label of an embargo', ninjs({ headline: 'Story', signals: [{ name: 'Embargoed' }] })],
    ['RSS, an embargo', element('<edNote>Embargoed until Friday</edNote>')],
    ['front matter, an embargo', yaml('edNote: Embargoed until Friday')],
  ])('and what only keeps it back for now: %s', async (_, copy) => {
    const { holdBack, takesBack } = await itemOf(copy)
    expect([typeof holdBack, takesBack]).toEqual(['string', undefined])
  })
})
