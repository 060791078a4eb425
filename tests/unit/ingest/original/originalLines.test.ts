import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { originalLines } from '../../../../src/ingest/original/originalLines'

const utf8 = (text: string) => originalLines({ text, encoding: 'utf-8' })
const CLIENT_COPY = 'seed/articles/lavrov-north-korea.txt'

describe('the lines of an original', () => {
  it('are those of the file, each with what it became', async () => {
    const text = await readFile(CLIENT_COPY, 'utf8')
    const lines = utf8(text)
    expect(lines.map(({ text: line }) => line).join('\n')).toBe(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''))
    expect(lines.map(({ number, to, why }) => [number, to.join(), why]).slice(0, 8)).toEqual([
      [1, '', 'no headline'],
      [2, 'publishedAt', undefined],
      [3, 'standfirst', undefined],
      [4, 'bylines', undefined],
      [5, 'section,bylines', undefined],
      [6, 'dateline', undefined],
      [7, 'body', undefined],
      [8, 'body', undefined],
    ])
  })

  it('are to be looked for in the article where it has them word for word', async () => {
    const lines = utf8(await readFile(CLIENT_COPY, 'utf8'))
    expect(lines.filter(({ words }) => words === undefined).map(({ number }) => number)).toEqual([1, 2, 4, 5])
  })

  it('of Markdown are looked for without their marks', () => {
    const lines = utf8('---\ntitle: A treaty\n---\n\n## On *fishing*\n\nMinisters [met](https://example.org).\n')
    expect(lines.map(({ number, to, words }) => ({ number, to, words }))).toEqual([
      { number: 1, to: [], words: undefined },
      { number: 2, to: ['headline'], words: undefined },
      { number: 3, to: [], words: undefined },
      { number: 4, to: [], words: undefined },
      { number: 5, to: ['body'], words: 'On fishing' },
      { number: 6, to: [], words: undefined },
      { number: 7, to: ['body'], words: 'Ministers met.' },
    ])
  })

  it.each(['<item>\n<title>A treaty</title>\n</item>', '{\n  "uri": "urn:x"\n}'])('of other formats are told as they are: %j', (text) => {
    expect(utf8(text)).toEqual(text.split('\n').map((line, index) => ({ number: index + 1, text: line, to: [] })))
  })

  it('are told of what is kept as bytes, too', () => {
    const text = Buffer.from('-\nPublished: 18 October 2023\nA story.').toString('base64')
    expect(originalLines({ text, encoding: 'base64' }).at(-1)).toEqual({ number: 3, text: 'A story.', to: ['body'], words: 'A story.' })
  })
})
