import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { killsOnDesk, openImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportAnswer } from '../../helpers/imports'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, editor, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const statusFor = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status
const send = async (name: string, copy: string | Blob) => (await publisher.sendBody<ImportAnswer>(`/api/import?name=${name}&publish=true`, copy)).body.reports

const rss = (items: string) => `<rss version="2.0"><channel><title>Wire</title><link>https://faulty.example/</link>${items}</channel></rss>`
const rssItem = (id: string, title: string) => `<item><guid>urn:faulty:${id}</guid><title>${title}</title><author>CJ journalist</author><category domain="section">Politics</category><description>First words.</description></item>`
const ninjs = (id: string, more: object = {}) => JSON.stringify({ uri: `urn:faulty:${id}`, headline: `Story ${id}`, body_text: 'First words.', infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }], ...more })
const house = (id: string, notice = '', date = '18 October 2023') => `${notice}Story ${id}\nPublished: ${date}\nThe lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\nFirst words.\n`
const markdown = (id: string, title = `Story ${id}`, more = '') => `---\ntitle: ${title}\nauthor: CJ journalist\nsection: Politics\n${more}---\nFirst words.\n`
const rssStory = (id: string) => rss(rssItem(id, `Story ${id}`))
const rssKill = (id: string) => rss(rssItem(id, `KILL: Story ${id}`))

const SHOWN = ['notWithdrawn'] as const
const SHOWN_AND_FAILED = ['notWithdrawn', 'failed'] as const

/** The copy of a story, the kill of it, and the outcomes of that. */
const KILLS: [string, (id: string) => string, (id: string) => string | Blob, readonly string[]][] = [
  ['an element behind the root', rssStory, (id) => `${rssKill(id)}\n<script></script>`, ['withdrawn', 'failed']],
  ['a second feed', rssStory, (id) => `${rss('')}${rssKill(id)}`, SHOWN_AND_FAILED],
  ['a byte that is not UTF-8', rssStory, (id) => new Blob([Buffer.from(rss(`<item>caf\u00e9</item>${rssItem(id, `KILL: Story ${id}`)}`), 'latin1')]), SHOWN_AND_FAILED],
  ['an encoding that is not known', rssStory, (id) => new Blob([`<?xml version="1.0" encoding="utf8mb4"?>${rssKill(id)}`]), SHOWN_AND_FAILED],
  ['a warning in front of a feed', rssStory, (id) => `<br />\n<b>Warning</b>: it is old\n<?xml version="1.0"?>${rssKill(id)}`, SHOWN_AND_FAILED],
  ['a NUL byte in front of a feed', rssStory, (id) => `\0${rssKill(id)}`, SHOWN_AND_FAILED],
  ['a NUL byte in a feed', rssStory, (id) => rssKill(id).replace('Wire', 'Wi\0re'), ['withdrawn']],
  ['JSON in single quotation marks', ninjs, (id) => `{'uri': 'urn:faulty:${id}', 'pubStatus': 'canceled'}`, SHOWN],
  ['JSON with a quotation mark in a text', ninjs, (id) => `{"headline": "A 5" screen", "uri": "urn:faulty:${id}", "pubStatus": "canceled"}`, SHOWN],
  ['JSON with a NUL byte', ninjs, (id) => `{"uri": "urn:faulty:${id}", "pubStatus": "canceled"}\0`, SHOWN],
  ['JSON in a wrapper', ninjs, (id) => `{"data":[${ninjs(id, { pubStatus: 'canceled' })}]}`, ['withdrawn']],
  ['JSON in JSON', ninjs, (id) => JSON.stringify(ninjs(id, { pubStatus: 'canceled' })), ['withdrawn']],
  ['house copy with a NUL byte at the end', house, (id) => `${house(id, 'MANDATORY KILL\n')}\0`, ['withdrawn']],
  ['house copy with an ambiguous date', house, (id) => house(id, 'MANDATORY KILL\n', '11/12/2026'), SHOWN],
  ['a bare headline', house, (id) => `KILL: Story ${id}\nBy Ann Lee\n`, SHOWN],
  ['a headline and a line without a date', house, (id) => `KILL: Story ${id}\nIt is wrong.\n`, SHOWN],
  ['broken YAML without an id', (id) => markdown(id, `"Story [${id}"`), (id) => markdown(id, `KILL: Story [${id}`), SHOWN],
  ['broken YAML with a note', markdown, (id) => markdown(id, `Story ${id}`, 'ednote: MANDATORY KILL\ntags: [a\n'), SHOWN],
  ['Markdown with a NUL byte', markdown, (id) => `${markdown(id, `"KILL: Story ${id}"`)}\0`, SHOWN],
]

let count = 0

describe('the kill of a published story in a file that is not as it should be', () => {
  it.each(KILLS)('withdraws it, or the desk shows it: %s', async (_, before, kill, outcomes) => {
    const id = `faulty${(count += 1)}`
    const [first] = await send(id, before(id))
    expect([first?.outcome, first?.article?.status]).toEqual(['created', 'published'])
    const reports = await send(id, kill(id))
    expect(reports.map(({ outcome }) => outcome)).toEqual(outcomes)
    const isWithdrawn = outcomes[0] === 'withdrawn'
    expect([reports[0]?.article?.id, await statusFor(first?.article?.id)]).toEqual([first?.article?.id, isWithdrawn ? 410 : 200])
    expect((await killsOnDesk(editor)).includes(String(first?.article?.id))).toBe(!isWithdrawn)
  })

  it('says what is wrong where nothing is known of the story', async () => {
    const [report, ...others] = await send('unknown', house('unknown', 'MANDATORY KILL\n', '11/12/2026'))
    expect([report?.outcome, report?.errors[0]?.line, others]).toEqual(['failed', 3, []])
  })
})
