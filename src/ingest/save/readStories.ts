import { paragraphsOf } from '../../articles/plainText'
import { LEFT_OUT } from '../item'
import type { SourceMapEntry, ItemResult, WireError, WireItem } from '../item'
import { plainToLexical } from '../lexical'
import { decodeCopy, guessNote, printedEncoding } from '../house'
import type { DecodedCopy } from '../house'
import { isExportManifest, mailFault, otherKind, otherText } from '../read/otherKind'
import { readHouse } from '../read/house'
import { readMarkdown } from '../read/markdown'
import { readNinjs, readNinjsLines } from '../read/ninjs'
import { readXml } from '../read/readXml'
import { sniffFormat } from '../read/sniff'
import type { SniffedFormat } from '../read/sniff'
import { notesOf, strongerOf, takenBackByWords, withdrawalOf } from '../read/takenBack'
import { present } from '../read/values'
import type { ParsedStory } from './importStories'
import { originalOf, originalOfPiece } from './original'
import type { Original } from './original'
import { tooMuch } from './tooMuch'
import type { Story, StoryReport } from './types'
import { workingHeadline } from './workingHeadline'

/** A source of copy: its name, and its bytes as they come. */
export type Source = {
  name: string
  chunks: AsyncIterable<Uint8Array>
  /** The encoding that the sender names; a byte order mark outranks it. */
  encoding?: string | undefined
}

/** Bytes by which the format of a source is told. */
const HEAD_BYTES = 64 * 1024

/** Sources other than XML are read whole; a longer one is refused. */
const MAX_BYTES = 256 * 1024 * 1024

/** What became of all that is beside the stories of a file, for the story that follows. */
type Aside = { account: SourceMapEntry[]; notes: string[] }

/**
 * Reads a source, whatever its format, which is told by its content: its stories one by one, and a failed report for
 * what could not be read. Never throws for what a source holds, nor when the file system refuses to read it.
 */
export async function* readStories(source: Source): AsyncGenerator<ParsedStory> {
  try {
    yield* storiesIn(source)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    yield failed(source.name, [{ message: `The file cannot be read: ${error.message}.` }], [])
  }
}

async function* storiesIn(source: Source): AsyncGenerator<ParsedStory> {
  const { head, rest } = await takeHead(source.chunks)
  const fault = head.length === 0 ? 'The file is empty.' : otherKind(head)
  if (fault !== undefined) {
    yield failed(source.name, [{ line: 1, column: 1, message: fault }], [])
    return
  }
  if (isExportManifest(head)) {
    const why = 'it lists the files of an export, and is no story'
    yield { report: { ...failed(source.name, [], [{ at: '$', to: LEFT_OUT, why }]).report, outcome: 'skipped', notes: [`Left out: ${why}.`] } }
    return
  }
  // What begins like nothing that is known is said to be broken JSON where its name promises that.
  const format = sniffFormat(head, source.encoding) ?? (/\.jsonl?$/i.test(source.name) ? 'ninjs' : undefined)
  if (format === 'rss' || format === 'atom' || format === 'wxr') {
    yield* storiesOf(source.name, readXml(rest, source.encoding), undefined)
    return
  }
  const bytes = await readAll(rest)
  if (bytes === undefined) {
    yield failed(source.name, [{ message: `The file is larger than ${MAX_BYTES / 1024 / 1024} MiB; split it.` }], [])
    return
  }
  const decoded = decodeCopy(bytes, source.encoding)
  const { text } = decoded
  const other = format === undefined ? otherText(text) : format === 'house' ? mailFault(text) : undefined
  if (other !== undefined) {
    yield failed(source.name, [{ line: 1, column: 1, message: other }], [{ at: 'line 1', to: LEFT_OUT, why: 'the file is in no format that is read' }])
    return
  }
  for await (const parsed of storiesOf(source.name, readText(source, bytes, text, format), originalOf(bytes, decoded))) {
    yield 'story' in parsed ? { story: doubted(parsed.story, decoded) } : parsed
  }
}

function readText({ encoding, name }: Source, bytes: Uint8Array, text: string, format: SniffedFormat | undefined): Iterable<ItemResult> {
  if (format === 'ninjs') return readNinjs(text)
  if (format === 'ninjs-lines') return readNinjsLines(text.split(/\r\n?|\n/))
  if (format === 'markdown') return [readMarkdown(text, { name })]
  const house = readHouse(bytes, { encoding })
  return [format === 'house' ? house : plain(house)]
}

/** A story whose characters may be wrong stays a draft, and makes no authors, sections or tags. */
function doubted(story: Story, { damaged, encoding, guess }: DecodedCopy): Story {
  const note = guess === undefined ? [] : [guessNote(encoding)]
  const notes = [...story.notes, ...note.filter((each) => !story.notes.includes(each))]
  if (guess !== 'doubtful' && !damaged) return { ...story, notes }
  const why = damaged
    ? `it has bytes that are not ${printedEncoding(encoding)}.`
    : `its encoding is not certain: it was read as ${printedEncoding(encoding)}. Import it again and name its encoding (--encoding NAME, by HTTP ?encoding=NAME).`
  return { ...story, notes, isDoubtful: true, item: { ...story.item, holdBack: story.item.holdBack ?? why } }
}

/** A text without a mark of house copy may be anything: an editor has to say that it is a story. */
function plain(result: ItemResult): ItemResult {
  if (!result.ok || !result.item) return result
  const holdBack = result.item.holdBack ?? 'nothing in the file says that it is house copy: it has no Published, section or EDITED BY line.'
  return { ...result, item: { ...result.item, holdBack } }
}

/**
 * Stories of one file. The original goes with a story that is the file's only one; of several, or when the file was
 * never in memory as a whole, each keeps the piece that is its own.
 */
async function* storiesOf(
  file: string,
  results: AsyncIterable<ItemResult> | Iterable<ItemResult>,
  original: Original | undefined,
): AsyncGenerator<ParsedStory> {
  const aside: Aside = { account: [], notes: [] }
  let held: ParsedStory | undefined
  let count = 0
  for await (const result of results) {
    const parsed = parsedStoryOf(file, result, aside)
    if (!parsed) continue
    count += 1
    if (held) yield held
    held = parsed
  }
  if (!held) {
    yield failed(file, [{ message: 'There is no story in this file.' }], aside.account)
    return
  }
  if (count === 1 && original && 'story' in held) held = { story: { ...held.story, original } }
  yield withAside(held, aside)
}

function parsedStoryOf(file: string, result: ItemResult, aside: Aside): ParsedStory | undefined {
  if (!result.ok) return failed(file, result.errors, result.account)
  const { account, item, notes } = result
  if (item) {
    const isEmpty = item.pubStatus !== 'canceled' && item.headline === undefined && workingHeadline(item) === ''
    const excess = isEmpty ? undefined : tooMuch(item.body)
    const message = isEmpty ? 'There is neither a headline nor a text: give the story one of them.' : excess
    if (message !== undefined) {
      const withdrawal = withdrawalOf(item, [{ message }])
      // Of a text that is too long no words are kept.
      if (withdrawal) return { story: { file, original: undefined, item: { ...withdrawal, body: plainToLexical([]) }, account, notes: isEmpty ? notes : [...notes, ...notesOf([{ message }])] } }
      return failed(file, [{ message }], excess === undefined ? account : [{ at: 'the story', to: LEFT_OUT, why: 'its text is too long' }])
    }
    const original = result.source === undefined ? undefined : originalOfPiece(result.source)
    return { story: { file, original, item: heldByWords(item), account, notes } }
  }
  for (const entry of account) aside.account.push(entry)
  aside.notes.push(...notes)
  return undefined
}

/** Lines of a text that may be a notice to editors. */
const FIRST_LINES = 3

/**
 * A story whose headline or first lines say that it is not to go out yet stays a draft, and a headline that kills a story
 * withdraws it. House copy has lines of its own for that.
 */
function heldByWords(item: WireItem): WireItem {
  if (item.format === 'house') return item
  // A tag of one word is a subject, but for an embargo.
  const terms = [item.section?.name, ...item.tags.map(({ name }) => name)].filter((name) => /\S\s+\S|^\s*embargo(?:ed)?\s*$/i.test(name ?? ''))
  const lines = [item.standfirst, ...paragraphsOf(item.body).filter((line) => line.trim() !== '').slice(0, FIRST_LINES), ...terms]
  const { holdBack, takesBack } = takenBackByWords({ headlines: [item.headline], lines }, new Date())
  return holdBack === undefined ? item : present<WireItem>({ ...item, holdBack: item.holdBack ?? holdBack, takesBack: strongerOf(item.takesBack, takesBack) })
}

/** What is beside the stories is accounted for with the last of them. */
function withAside(parsed: ParsedStory, { account, notes }: Aside): ParsedStory {
  if ('report' in parsed) return { report: { ...parsed.report, account: [...parsed.report.account, ...account] } }
  const { story } = parsed
  return { story: { ...story, account: [...story.account, ...account], notes: [...story.notes, ...notes] } }
}

function failed(file: string, errors: readonly WireError[], account: readonly SourceMapEntry[]): { report: StoryReport } {
  return { report: { file, outcome: 'failed', made: [], notes: [], errors, account } }
}

async function takeHead(chunks: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    taken.push(next.value)
    size += next.value.length
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield* taken
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { head: Buffer.concat(taken), rest: rest() }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) return undefined
  }
  return Buffer.concat(parts)
}
