import { describe, expect, it } from 'vitest'
import { markdownToLexical } from '../../../../src/ingest/lexical'
import { parseHouseCopy } from '../../../../src/ingest/house'
import { paragraphsOf } from '../../../../src/articles/plainText'
import { readMarkdown } from '../../../../src/ingest/read'
import { personNames } from '../../../../src/ingest/read/person'
import { parseWireDate } from '../../../../src/ingest/read/date'
import { xmlResults } from './help'

/** Seconds of processor time, with room for a slow machine. What takes the square of these lengths takes minutes. */
const MAX_SECONDS = 20

async function processorSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1_000_000
}

const CHARACTERS = Array.from(' -*_[](<"@#:|=0a')

describe('every reader takes time in proportion to what it reads (security A7)', () => {
  it.each([
    ['TOML lists', () => readMarkdown(`+++\ntags = [${'"a" '.repeat(30_000)}!\n+++\nBody`)],
    ['Markdown links that break off', () => markdownToLexical('[a](<b'.repeat(60_000))],
    ['the same, line by line', () => markdownToLexical('[a](<b\n'.repeat(60_000))],
    ['the same in a comment that does not end', () => markdownToLexical(`a <!--\n${'[a](<b\n'.repeat(60_000)}`)],
    ['nested emphasis', () => markdownToLexical(`${'*a_'.repeat(150)}\n\n`.repeat(700))],
    ['definitions that each block names', () => {
      const labels = Array.from({ length: 150 }, (_, index) => `a${String(index)}`)
      const used = `${labels.map((label) => `[${label}]`).join(' ')}\n\n`
      return markdownToLexical(`${labels.map((label) => `[${label}]: https://a.example/${'b'.repeat(900)}`).join('\n')}\n\n${used.repeat(200)}`)
    }],
    ['authors of RSS', () => xmlResults(`<rss version="2.0"><channel><item><title>A</title><author>${'@'.repeat(40_000)}</author></item></channel></rss>`)],
  ])('%s', async (_, read) => {
    expect(await processorSeconds(read)).toBeLessThan(MAX_SECONDS)
  })

  it('long runs of one character, and of every two', async () => {
    const pairs = CHARACTERS.flatMap((one) => CHARACTERS.map((other) => one + other))
    const seconds = await processorSeconds(() => {
      for (const pair of pairs) {
        const long = pair.repeat(1_000)
        readMarkdown(`---\ntitle: A\n---\n${long}`)
        readMarkdown(`+++\na = ${long}\n+++\nBody`)
        parseHouseCopy(`${long}\nPublished: ${long}\n${long.slice(0, 390)}\n${long}`)
        personNames(long)
        parseWireDate(long.slice(0, 59))
      }
    })
    expect(seconds).toBeLessThan(6 * MAX_SECONDS)
  })
})

describe('TOML front matter (code F5)', () => {
  const read = (...lines: string[]) => readMarkdown(['+++', ...lines, '+++', 'Body.'].join('\n'))

  it('is read whole: tables, lists over several lines, long texts, dates', () => {
    const result = read(
      'title = "A \\u00e9"', 'date = 2024-04-05T09:00:00Z', 'tags = [', '  "a",', '  "b", # no ] here', ']',
      'summary = """', 'One', 'two = 2"""', '[params]', 'x.y = 1', '[[authors]]', 'name = "Ann Lee"', '[[authors]]', 'name = "Bo Cy"',
    )
    expect(result).toMatchObject({
      ok: true,
      item: {
        headline: 'A é', publishedAt: '2024-04-05T09:00:00.000Z', standfirst: 'One\ntwo = 2',
        tags: [{ name: 'a' }, { name: 'b' }], bylines: [{ name: 'Ann Lee' }, { name: 'Bo Cy' }],
      },
    })
    const at = result.account.map((entry) => entry.at)
    expect(at).toEqual([
      'line 1', 'line 2: title', 'line 3: date', 'lines 4-7: tags[0]', 'lines 4-7: tags[1]', 'lines 8-10: summary',
      'lines 11-12: params', 'lines 13-14: authors[0].name', 'lines 15-16: authors[1].name', 'line 17', 'line 18',
    ])
  })

  it.each([
    ['tags = ["a" "b"]', 2],
    ['a = 1\na = 2', 3],
    [`a = ${'['.repeat(100)}${']'.repeat(100)}`, 2],
  ])('is refused with its line where it is none: %s', (text, line) => {
    expect(read(...text.split('\n'))).toMatchObject({ ok: false, errors: [{ line, message: expect.stringMatching(/^The front matter is not TOML: /) as unknown }] })
  })

  it('keeps the words of Markdown that is too dense to be searched', () => {
    const { document, notes } = markdownToLexical(`Before.\n\n${'[a](<b'.repeat(1_000)}\n\n**After**.`)
    expect(paragraphsOf(document)).toEqual(['Before.', '[a](<b'.repeat(1_000), 'After.'])
    expect(notes).toHaveLength(1)
  })
})
