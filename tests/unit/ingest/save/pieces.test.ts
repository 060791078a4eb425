import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault, jsonPieces } from '../../../../src/ingest/read/jsonText'
import { readStories } from '../../../../src/ingest/save/readStories'

const BODY = '"headline": "Ferry", "body_text": "It came in."'

async function originalsOf(...chunks: string[]): Promise<(string | undefined)[]> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk))
  }
  const originals: (string | undefined)[] = []
  for await (const parsed of readStories({ name: 'x', chunks: bytes() })) {
    originals.push('story' in parsed ? parsed.story.original?.text : undefined)
  }
  return originals
}

describe('a story that shares its file', () => {
  it('of JSON Lines keeps its line', async () => {
    const lines = [`{"uri": "a",  ${BODY}}`, `{"uri": "b", ${BODY}}`]
    expect(await originalsOf(lines.join('\n'))).toEqual(lines)
  })

  it.each([
    ['an array', (all: string) => `[\n${all}\n]`],
    ['an envelope', (all: string) => `{"total": [2], "items": [${all}], "x": {"items": [1]}}`],
  ])('of %s keeps its element, character for character', async (_, around) => {
    const items = [`{ "uri": "a, \\"]", ${BODY} }`, `{"uri":"b",  ${BODY}, "extra": [1, {"a": [2]}]}`]
    expect(await originalsOf(around(items.join(' ,\n ')))).toEqual(items)
  })

  it.each([
    ['RSS', 'rss', 'item', '<title>Ferry</title><description>Safe &amp; sound.</description>'],
    ['Atom', 'feed', 'entry', '<title>Ferry</title><content>Safe.</content>'],
  ])('of %s keeps its element, wherever the file is cut into pieces', async (_, root, tag, inside) => {
    const items = [`<${tag}>${inside}<!-- a comment --></${tag}>`, `<${tag} x="1">\r\n${inside}<a:b xmlns:a="a"><![CDATA[</${tag}>]]></a:b></${tag} >`]
    const file = `<?xml version="1.0"?><${root}>${root === 'rss' ? '<channel>' : ''}<title>Daily</title>${items.join('\n')}${root === 'rss' ? '</channel>' : ''}</${root}>`
    expect(await originalsOf(file)).toEqual(items)
    expect(await originalsOf(...file)).toEqual(items)
  })

  it('alone in its file keeps the file', async () => {
    const file = `\ufeff {"uri": "a", ${BODY}} \n`
    expect(await originalsOf(file)).toEqual([file.slice(1)])
  })
})

describe('the pieces of a JSON array', () => {
  it('may be strings of any length', () => {
    const long = JSON.stringify(`${'\\'.repeat(3)}"${'x'.repeat(20_000_000)}`)
    expect([...jsonPieces(`{"x": ${long}, "items": [${long}, "y\\\\"]}`, ['items'])]).toEqual([long, '"y\\\\"'])
  })

  it('are its elements, whatever they hold and however they are spaced', () => {
    const spaced = fc.tuple(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'))
    fc.assert(
      fc.property(spaced, ([values, space]) => {
        const text = JSON.stringify(values, null, space)
        const pieces = [...jsonPieces(text)]
        expect(pieces.map((piece): unknown => JSON.parse(piece))).toEqual(JSON.parse(text))
        expect(pieces.every((piece) => text.includes(piece))).toBe(true)
      }),
    )
  })
})

describe('a text that is not JSON', () => {
  it('has a fault at a place of it, wherever it is broken', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '/**/', '//', '01', '1.', '-', 'tru', "'", '"', '\\', '\u0001', '\u00a0', '{', ']', ',', ':', 'NaN'))
    fc.assert(
      fc.property(broken, ([json, place, more]) => {
        const at = place % (json.length + 1)
        const text = `${json.slice(0, at)}${more}${json.slice(more === '' ? at + 1 : at)}`
        fc.pre(!isJson(text))
        expect(jsonFault(text)).toEqual({ line: expect.any(Number) as unknown, column: expect.any(Number) as unknown, message: expect.stringMatching(/^This is not JSON: |^The JSON ends too early/) as unknown })
      }),
      { numRuns: 3_000 },
    )
  })

  function isJson(text: string): boolean {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
})

describe('a file that begins like no format', () => {
  const faultOf = async (name: string, text: string) => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from(text))
    }
    for await (const parsed of readStories({ name, chunks: bytes() })) return 'report' in parsed ? parsed.report.errors[0] : undefined
    return undefined
  }

  it.each([
    ['story.json', '{ not json', 1, 3],
    ['story.JSON', 'Not JSON at all.', 1, 1],
    ['stories.jsonl', '{not json}\n{not json}', 1, 2],
  ])('and is named %s is no JSON, and where', async (name, text, line, column) => {
    expect(await faultOf(name, text)).toEqual({ line, column, message: expect.stringMatching(/^This is not JSON: "[Nn]ot /) })
  })

  it('and is named otherwise is read as house copy', async () => {
    expect((await faultOf('story.txt', '{ not json'))?.message).not.toContain('JSON')
  })
})
