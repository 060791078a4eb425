import { describe, expect, it } from 'vitest'
import { readStories } from '../../../../src/ingest/save/readStories'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** Why the one story of a copy is held back. */
async function heldBack(content: string): Promise<string | undefined> {
  for await (const parsed of readStories({ name: 'file', chunks: once(Buffer.from(content)) })) {
    if ('story' in parsed) return parsed.story.item.holdBack
  }
  throw new Error('Expected a story.')
}

const rss = (headline: string, text = 'Words.', more = '') => `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title><![CDATA[${headline}]]></title><description><![CDATA[${text}]]></description>${more}</item></channel></rss>`
const ninjs = (headline: string, more: object = {}) => JSON.stringify({ uri: 'urn:a', headline, body_text: 'Words.', ...more })
const atom = (headline: string, text = 'Words.') => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title><![CDATA[${headline}]]></title><content type="html"><![CDATA[${text}]]></content></entry></feed>`
const wxr = (headline: string, text = 'Words.', more = '') => `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title><![CDATA[${headline}]]></title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${text}]]></content:encoded>${more}</item></channel></rss>`
const BELOW = ['Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023', 'Body.']
const markdown = (headline: string, text = 'Words.') => `---\ntitle: ${JSON.stringify(headline)}\n---\n${text}\n`

describe('words that hold a story back, however they are written (ingest I2)', () => {
  it.each([
    'Embargo: what it means',
    'EM\u00adBAR\u00adGO: 1 January 2099', 'EM\u200bBARGOED until Friday', 'NOT\u2060 FOR PUBLI\u200dCATION', '\u202eEMBARGO', 'EMBARGO\ufe0f\u034f', '𝐄𝐌𝐁𝐀𝐑𝐆𝐎: Friday',
    '⚠️ EMBARGOED until Friday', '🚫🚫 NOT FOR PUBLICATION', ':warning: EMBARGO', ':no_entry_sign:EMBARGO: Friday', '•• / Not for publication', '>>> EMBARGO',
    'Embargo! Do not publish', 'Embargo.', 'Do not publish: embargo', 'Embargo, do not publish', 'Embargo? ask desk', 'E M B A R G O', 'E M B A R G O E D until Friday', 'E.M.B.A.R.G.O.', 'D O N O T P U B L I S H', 'Don’t publish', '#NotForPublication',
    'For release: 1 January 2099', '1 January 2099 00:01 EMBARGO', '00:01 GMT, 1 January 2099: embargoed', '2099-01-01 - NOT FOR PUBLICATION',
    'Nicht zur Veröffentlichung', 'NICHT ZUR VERÖFFENTLICHUNG', 'Ne pas publier avant vendredi', 'ممنوع من النشر', '禁運至2099年1月1日', '禁止發佈', '不得發表', 'Não publicar', 'Non pubblicare', 'Sob embargo',
    'Embargo jusqu’à vendredi', 'EMBARGO JUSQU’AU 18 OCTOBRE', 'Embargo bis Freitag', 'Embargo fino a venerdì', 'Embargo sino a venerdì', 'Embargo do piątku', 'Embargo até sexta-feira', 'Embargo tot vrijdag', 'Embargo till fredag', 'Embargo vor 9 Uhr', 'EMBARGO FRIDAY',
    'Urgent: EMBARGOED UNTIL FRIDAY', 'UPDATE 2 - EMBARGOED', 'URGENT UPDATE 2: Not for publication', '1. Embargoed until Friday', '1) Embargoed until Friday', '2 - Not for publication', 'NB: not for publication', 'N.B. not for publication', 'Please note: embargoed until Friday', 'Note to editors: embargoed until Friday', 'Attention editors: embargo until Friday', 'ATTENTION EDITORS - NOT FOR PUBLICATION', 'Editor’s note: do not publish', 'Reuters: Not for publication', 'Berlin (dpa) - Sperrfrist: Freitag', 'Achtung Redaktionen: Sperrfrist Freitag', 'Please note: this story is embargoed until Friday', 'Please hold until Friday', '[Embargoed] Budget passes', 'DRAFT 2 - Budget passes', 'EMBARGO⁄0900', 'Publish after Oct 18', 'Publicación prohibida',
    'HOLD - Budget passes', 'DRAFT - Budget passes', 'INTERNAL - Budget passes', 'DRAFT: Budget passes', '[HOLD] Budget passes', '*DRAFT* Budget passes', 'HOLD — Budget passes', 'LEGAL HOLD: Budget passes',
    'EMBARGOED/0900', 'EMBARGO/FRIDAY', 'Embargo / Friday',
    '\u0415\u041c\u0412\u0410RGO', 'EMB\u0410RG\u041eED until Friday', '\u0395\u039c\u0392\u0391RG\u039f: Friday', 'N\u043et f\u043er publication', 'D\u043e n\u043et publish', 'ᴇᴍʙᴀʀɢᴏ', 'ÉMBARGÓ', 'H\u041eLD - Budget passes',
    'MANDATORY KILL', 'Mandatory kill: Budget story', 'KILL KILL KILL', 'Kill, kill, kill', 'Withhold until Friday', 'Not yet for publication', 'Not cleared', 'Not cleared for publication', 'Not yet cleared: legal', 'Publish after 18 October', 'Publish on Friday', 'Publish not before 9 am', 'Publish only after Friday', 'Release on delivery', 'Check against delivery', 'For internal use only', 'INTERNAL USE ONLY',
    '请勿发布', '請勿發佈', '게재 불가', 'Niet publiceren', 'Nie do publikacji', 'Prohibida su publicación', 'Prohibida la publicación', 'Interdit de publication', 'Publication interdite', 'Proibida a publicação', 'Vietata la pubblicazione',
  ])('%s', async (words) => {
    const copies = [rss(words), ninjs(words), markdown(words), rss('A', words), rss('A', `By Jane<br>${words}`), ninjs('A', { body_text: `By Jane\n${words}` }), ninjs('A', { edNote: words }), ninjs('A', { rightsInfo: [{ usageTerms: words }] })]
    for (const copy of copies) expect(await heldBack(copy), copy).toMatch(/^it says ".*\.$/)
  })

  it.each(['Please hold until Friday', 'Hold for legal', 'Budget story on hold', 'Adds quote. Not cleared by legal', 'For the desk. Not for publication before Friday.', 'Attention editors: this story is under embargo until Friday', '<p>Photos to come.</p><p>Embargo: Friday</p>', `Not for publication. ${'More words. '.repeat(100)}`])('anywhere in a note: %s', async (words) => {
    for (const copy of [ninjs('A', { edNote: words }), ninjs('A', { rightsinfo: { usageterms: words } }), ninjs('A', { rightsInfo: [{ usageTerms: 'All' }, { usageTerms: words }] })]) {
      expect(await heldBack(copy), copy).toContain('it says "')
    }
  })

  it('as a category of several words, and at the start of a long paragraph', async () => {
    expect(await heldBack(rss('A', 'Words.', '<category>Not for publication</category>'))).toContain('Not for publication')
    expect(await heldBack(rss('A', `EMBARGOED until Friday. ${'More words. '.repeat(100)}`))).toContain('EMBARGOED until Friday')
  })

  it.each([
    'Embargo on Russian oil', 'Embargoed goods seized', 'Embargo, sanctions and tariffs', '2024 embargo on oil', '12 January 2020: embargo on oil begins', 'A B C of trade', 'For immediate release', 'For release: immediately', 'Do not use the lifts, visitors are told', 'Release of hostages delayed', 'Эмбарго на нефть ужесточили', '禁运石油', 'Draft law passes', ':smile: A good day',
    'Sperrfristen im Mietrecht', 'Hold until dawn: rescuers wait', 'Hold until dawn: 12 rescuers wait', 'Draft of Europe’s budget leaks', 'Draft: Europe’s budget', 'HOLD-UP AT A BANK', 'DRAFT-DODGERS RETURN', 'Breaking embargo: what it takes', 'Urgent: embargo on oil begins', 'Update 2 - Embargo on oil', 'Oil: embargo begins', 'Embargo ate into profits', 'Embargo total contra Cuba', 'Embargo vor dem Aus', 'Mandatory kill switch for cars', 'Withheld until now, letters emerge', 'Publish or perish', 'Embargo marks 5 years', 'Publish on 5 platforms', 'Hold for 3 days, police say', 'Attention: not for children', 'Note: embargo on oil', 'Internal use of drugs', 'Embargo: none', 'No embargo',
  ])('not as prose: %s', async (words) => {
    for (const copy of [rss(words), ninjs(words), markdown(words), rss('A', `By Jane<br>${words}`)]) expect(await heldBack(copy), copy).toBeUndefined()
  })

  it.each(['Embargo: none', 'Embargo: none.', 'No embargo', 'no embargo; all media', 'Rebels hold for a second day', 'The vote is to be held on Sunday', 'Adds details of the embargo on oil.', 'No embargo.', 'No longer embargoed.', 'Embargoed until 00:01 GMT, 1 January 2020', '© 2024 The Wire. This material may not be published, broadcast, rewritten or redistributed.'])('not as a note that lets it out: %s', async (words) => {
    expect(await heldBack(ninjs('A', { edNote: words, rightsinfo: { usageterms: words } }))).toBeUndefined()
  })

  it.each(['embargo-on-russian-oil', 'eu-embargo', 'hold-the-line', 'kill-bill', 'US-ELECTION/DEBATE'])('not as a slugline that is a slug: %s (ingest I2)', async (slugline) => {
    expect(await heldBack(ninjs('A', { slugline }))).toBeUndefined()
  })

  it.each(['EMBARGO minister', 'HOLD-minister', 'EMBARGOED-MINISTER', 'KILL-minister', 'EMBARGO', 'embargo', 'Embargoed until Friday'])('as a slugline that begins with a label: %s (ingest I2)', async (slugline) => {
    expect(await heldBack(ninjs('A', { slugline }))).toContain(`it says "${slugline}"`)
  })

  const NOTICES = [
    'KILL NOTICE', 'KILL NOTICE: Minister story', 'KILL NOTICE Minister story', 'BULLETIN KILL', 'STORY KILL', 'STORY KILL BC-Minister', 'STORY WITHDRAWN', 'STORY WITHDRAWN BC-Minister', 'Story withdrawn: BC-Minister', 'WITHDRAWAL NOTICE', 'RETRACTION', 'RETRACTION: Minister story', 'Retraction - Minister story', 'ATTENTION EDITORS - STORY KILL', 'Editors, please kill the story slugged BC-Minister',
    'ADVISORY', 'ADVISORY: Minister story', 'ADVISORY - Minister story', 'HFR', 'HFR Friday 10 a.m.', 'EMBARGO BREAK', 'EMBARGO BREAK: minister story', 'Strictly not for publication', 'PRIVATE AND CONFIDENTIAL', 'Private & confidential: budget',
    'This story is embargoed until 10 a.m. Friday', 'The following story is under embargo until Friday', 'This report may not be published before 6 pm', 'This is under strict embargo',
    'Nicht vor 18 Uhr veröffentlichen', 'Nicht vor Freitag, 18 Uhr, veröffentlichen', 'Frei ab 18 Uhr', 'Frei für Samstagausgaben', 'Frei für die Sonntagsausgabe', '禁止在18时前发布', '不得在周五前发表', '보도시점 18시 이후', '보도시점: 18시 이후',
  ]
  it.each(NOTICES)('as a headline, a lead or a first paragraph of any format: %s (ingest I2)', async (words) => {
    const copies = [rss, atom, wxr, markdown].flatMap((format) => [format(words), format('A', words)])
    const others = [ninjs(words), ninjs('A', { description_text: words }), ninjs('A', { body_text: words }), `---\ntitle: A\nsummary: ${JSON.stringify(words)}\n---\nWords.\n`]
    const house = [[words, ...BELOW], ['A', BELOW[0], words, ...BELOW.slice(1)], ['A', ...BELOW.slice(0, 5), words, 'Body.']].map((lines) => lines.join('\n'))
    for (const copy of [...copies, ...others, ...house]) expect(await heldBack(copy), copy).toMatch(/says "/)
  })

  it.each([
    'Embargo on Russian oil lifted', 'Judge lifts embargo until Friday’s hearing', 'Retraction of the bill angers farmers', 'Advisory issued for coastal flooding', 'Kill the bill, protesters chant',
    'Advisory: boil water in Leeds', 'Story killed two careers', 'Kill the story, aide told editor', 'This story may not be for everyone', 'This report must not be ignored', 'Private and confidential letters leaked', 'Frei ab 16 Jahren', 'Nicht vor Gericht', 'Frei für alle', '不得不在周五前离开', '보도시점: 배포 즉시', 'Embargo breakers face trial', 'This material may not be published, broadcast, rewritten or redistributed.', 'Kill order against wolf stands',
  ])('not as ordinary news: %s (ingest I2)', async (words) => {
    const house = [words, ...BELOW].join('\n')
    for (const copy of [rss(words), atom(words), wxr(words), ninjs(words), markdown(words), rss('A', words), house]) expect(await heldBack(copy), copy).toBeUndefined()
  })

  it.each(['Embargo', 'Embargoed', 'EMBARGO'])('as a category or subject that says nothing else: %s (ingest I2)', async (word) => {
    const copies = [rss('A', 'Words.', `<category>${word}</category>`), wxr('A', 'Words.', `<category domain="post_tag" nicename="embargo">${word}</category>`), ninjs('A', { subjects: [{ name: word }] }), `---\ntitle: A\ntags: [${word}]\n---\nWords.\n`]
    for (const copy of copies) expect(await heldBack(copy), copy).toContain(word)
  })

  it('not as another subject', async () => {
    expect(await heldBack(rss('A', 'Words.', '<category>Draft</category><category>Trade</category>'))).toBeUndefined()
  })

  it.each(['<x:premium>true</x:premium>', '<x:paywall>1</x:paywall>', '<x:isAccessibleForFree>false</x:isAccessibleForFree>'])('as an element of a feed about who may read it: %s (ingest I2)', async (element) => {
    expect(await heldBack(rss('A', 'Words.', element))).toContain('its source says')
    expect(await heldBack(rss('A', 'Words.', element.replace(/true|1/, 'no').replace('false', 'true')))).toBeUndefined()
  })
})
