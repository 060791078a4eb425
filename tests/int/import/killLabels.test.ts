import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { killsOnDesk, openImportNewsroom, sendStory } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']
let ingest: ImportNewsroom['ingest']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, editor, ingest, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const statusFor = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status
const countOf = async () => (await newsroom.payload.count({ collection: 'articles' })).totalDocs

const house = (headline: string) => `${headline}\nPublished: 18 October 2023\nThe lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\nFirst words.\n`
const markdown = (headline: string) => `---\ntitle: ${JSON.stringify(headline)}\ndate: 2024-01-01\nauthor: CJ journalist\nsection: Politics\n---\nFirst words.\n`
const rss = (headline: string) => `<rss version="2.0"><channel><title>Wire</title><link>https://labels.example/</link><item><title>${headline}</title><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate><author>CJ journalist</author><category domain="section">Politics</category><description>First words.</description></item></channel></rss>`
const FORMATS = [['house copy', house], ['Markdown', markdown], ['RSS', rss]] as const

const CERTAIN = [
  'KILL: ', 'WITHDRAWN: ', 'KILLED - ', 'KILLED — ', '(KILL) ', '[KILL] ', 'KILL STORY: ', 'KILL STORY ', 'RETRACTION: ', 'RETRACTED/', 'MANDATORY KILL: ', 'KILL NOTICE: ', 'STORY WITHDRAWN: ', 'URGENT: KILL: ',
  'NOTA RETIRADA: ', 'RETRATAÇÃO: ', 'DÉPÊCHE ANNULÉE - ', 'ZURÜCKGEZOGEN: ', 'NOTIZIA RITIRATA: ', 'INGETROKKEN: ', 'WYCOFANE: ', 'ОТОЗВАНО: ', 'СНЯТО С ЛЕНТЫ: ', '撤稿: ', '撤稿：', '【撤稿】', '[기사 취소] ', 'سحب الخبر: ',
]

let count = 0
/** Brings a public story in, under a headline and a name of its own. */
async function published(client: Client, copyOf: (headline: string) => string): Promise<{ article: string; headline: string; name: string }> {
  const name = `labels-${(count += 1)}`
  const headline = `Minister resigns in case ${name}`
  const { report } = await sendStory(client, `name=${name}&publish=true`, copyOf(headline))
  expect(report).toMatchObject({ outcome: 'created', article: { status: 'published' } })
  return { article: String(report.article?.id), headline, name }
}

describe('a label that kills, in front of the headline of a story without an id (ingest I11)', () => {
  it('tells the desk of a story that another key sent, and leaves it', async () => {
    const { article, headline, name } = await published(publisher, house)
    const other = await aProgram(newsroom, ['ingest-publish'])
    const { report } = await sendStory(other, `name=${name}&publish=true`, house(`KILL: ${headline}`))
    expect([report.outcome, await statusFor(article)]).toEqual(['notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(article)
  })

  describe.each(FORMATS)('%s', (_, copyOf) => {
    it.each(copyOf === house ? CERTAIN : CERTAIN.filter((_label, index) => index % 8 === 1))('withdraws the story: %s', async (label) => {
      const { article, headline, name } = await published(publisher, copyOf)
      const before = await countOf()
      const refused = await sendStory(ingest, `name=${name}`, copyOf(`${label}${headline}`))
      expect([refused.status, refused.report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
      const { report, status } = await sendStory(publisher, `name=${name}&publish=true`, copyOf(`${label}${headline}`))
      expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([200, 'withdrawn', article, 410])
      expect((await sendStory(publisher, `name=${name}&publish=true`, copyOf(`${label}${headline}`))).report.outcome).toBe('skipped')
      expect(await countOf()).toBe(before)
    })

    it.each(['Kill: ', 'Retraction: ', 'RETIRADA: ', 'STORNO: ', 'RITIRATA: ', 'CANCELED: ', 'KILLED: 12 in storm as ', '撤回: '])('leaves the story to an editor where it may be part of the headline: %s', async (label) => {
      const { article, headline, name } = await published(publisher, (words) => copyOf(label.includes('12') ? `12 in storm as ${words}` : words))
      const { report, status } = await sendStory(publisher, `name=${name}&publish=true`, copyOf(`${label}${headline}`))
      expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([422, 'notWithdrawn', article, 200])
    })

    it('leaves it to an editor where it is in brackets behind the headline', async () => {
      const { article, headline, name } = await published(publisher, copyOf)
      const { report } = await sendStory(publisher, `name=${name}&publish=true`, copyOf(`${headline} (WITHDRAWN)`))
      expect([report.outcome, report.article?.id, await statusFor(article)]).toEqual(['notWithdrawn', article, 200])
    })

    it('comes in as a draft where the story is not here, and stays as an editor published it', async () => {
      const copy = copyOf(`WITHDRAWN: Nothing known ${(count += 1)}`)
      const { report } = await sendStory(editor, `name=labels-${count}&publish=true`, copy)
      expect([report.outcome, report.article?.status]).toEqual(['created', 'draft'])
      await newsroom.payload.update({ collection: 'articles', id: String(report.article?.id), data: { _status: 'published' } })
      expect((await sendStory(editor, `name=labels-${count}&publish=true`, copy)).report.outcome).toBe('skipped')
      expect(await statusFor(report.article?.id)).toBe(200)
    })
  })

  it.each(['KILL: Another headline', 'MANDATORY KILL: Another headline'])('leaves a story with another headline: %s', async (headline) => {
    const { article, name } = await published(publisher, house)
    const { report } = await sendStory(publisher, `name=${name}&publish=true`, house(headline))
    expect([report.outcome, report.article?.headline, report.article?.status, await statusFor(article)]).toEqual(['created', headline, 'draft', 200])
  })

  it('withdraws a story without a date that is else the same', async () => {
    const undated = (headline: string) => markdown(headline).replace('date: 2024-01-01\n', '')
    const name = `labels-${(count += 1)}`
    const { report } = await sendStory(editor, `name=${name}`, undated(`Story ${name}`))
    expect((await sendStory(editor, `name=${name}`, undated(`KILL: Story ${name}`))).report).toMatchObject({ outcome: 'withdrawn', article: { id: report.article?.id } })
  })
})
