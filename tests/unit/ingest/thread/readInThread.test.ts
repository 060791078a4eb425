import { expect, it } from 'vitest'
import type { ParsedStory } from '../../../../src/ingest/save/importStories'
import { readStories } from '../../../../src/ingest/save/readStories'
import type { WholeSource } from '../../../../src/ingest/thread/messages'
import { readInThread } from '../../../../src/ingest/thread/readInThread'

const FEED = `<rss version="2.0"><channel><title>Wire</title>${['One', 'Two'].map((title) => `<item><title>${title}</title><guid>${title}</guid><pubDate>Wed, 18 Oct 2023 09:00:00 GMT</pubDate><description>Ministers met.</description></item>`).join('')}</channel></rss>`

const source = (name: string, text: string): WholeSource => ({ name, bytes: Buffer.from(text) })

async function all(parsedStories: AsyncIterable<ParsedStory>): Promise<ParsedStory[]> {
  const list: ParsedStory[] = []
  for await (const parsed of parsedStories) list.push(parsed)
  return list
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

const messagesOf = (parsedStories: readonly ParsedStory[]) => parsedStories.flatMap((parsed) => ('report' in parsed ? parsed.report.errors.map(({ message }) => message) : []))

it.each([
  ['wire.xml', FEED],
  ['story.md', '---\ntitle: A treaty\n---\nMinisters *met*.'],
  ['empty.txt', ''],
])('a thread reads %s as its caller would', async (name, text) => {
  const { bytes } = source(name, text)
  expect(await all(readInThread(source(name, text)))).toEqual(await all(readStories({ name, chunks: once(bytes) })))
})

it('a story that takes longer than it may is given up, and the next source is read', async () => {
  const long = source('long.md', `---\ntitle: A\n---\n${'A *word* of [many](https://a.example/).\n\n'.repeat(50_000)}`)
  const parsedStories = await all(readInThread(long, { storyMs: 1 }))
  expect(parsedStories).toMatchObject([{ report: { file: 'long.md', outcome: 'failed', account: [{ at: 'the rest of the file' }] } }])
  expect(messagesOf(parsedStories)).toEqual([expect.stringContaining('took longer than 0.001 seconds')])
  expect(await all(readInThread(source('next.md', '---\ntitle: Next\n---\nHere.')))).toMatchObject([{ story: { item: { headline: 'Next' } } }])
})

it('whoever stops listening leaves no thread behind that goes on', async () => {
  for await (const parsed of readInThread(source('wire.xml', FEED))) {
    expect(parsed).toMatchObject({ story: { item: { headline: 'One' } } })
    break
  }
  expect(await all(readInThread(source('wire.xml', FEED)))).toHaveLength(2)
})

it('more imports than there are threads wait for each other', async () => {
  const read = await Promise.all(Array.from({ length: 6 }, (_, index) => all(readInThread(source(`${String(index)}.md`, `---\ntitle: A ${String(index)}\n---\nText.`)))))
  expect(read.flat().map((parsed) => 'story' in parsed && parsed.story.item.headline)).toEqual(['A 0', 'A 1', 'A 2', 'A 3', 'A 4', 'A 5'])
})
