import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { plainText } from '../../../../src/articles/plainText'
import { htmlToLexical, markdownToLexical, plainToLexical } from '../../../../src/ingest/lexical'
import { parseWireDate, readMarkdown, readNinjs, sniffFormat } from '../../../../src/ingest/read'
import { bytesInPieces, inPieces, isItem, words, xmlResults } from './help'

// Hundreds of documents each: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 })

const letters = (text: string) => text.replace(/[\s\u0000-\u001f]/g, '')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const tag = fc.constantFrom('p', 'div', 'b', 'em', 'ul', 'ol', 'li', 'blockquote', 'h1', 'h4', 'a', 'pre', 'span', 'figure', 'figcaption', 'section', 'cite', 'u')
const markup = fc.oneof(fc.stringMatching(/^[a-z0-9 .]{0,12}$/), tag.map((name) => `<${name}>`), tag.map((name) => `</${name}>`), fc.constantFrom('<br>', '&amp;', '<!-- c -->', '\n', '"', '[', '*', '_', '# ', '> ', '- ', '`', '---\n', '| '))
const soup = fc.array(markup, { maxLength: 60 }).map((parts) => parts.join(''))
const json = fc.json({ maxDepth: 4 })

describe('whatever comes in', () => {
  it('is read or refused, never thrown at: bytes as XML', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => { await xmlResults(bytesInPieces(bytes)) }))
  })

  it('is read or refused, never thrown at: texts of every format', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), soup, soup.map((text) => `---\n${text}\n---\n${text}`), json), async (text) => {
        sniffFormat(text)
        sniffFormat(Buffer.from(text))
        parseWireDate(text)
        readMarkdown(text)
        Array.from(readNinjs(text))
        await xmlResults(inPieces(`<rss><channel><item><description>${text}`))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the words of a text', () => {
  it('are all in the document, character for character, when it is plain', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
      expect(plainText(plainToLexical(paragraphs))).toBe(paragraphs.join('\n'))
    }))
  })

  it('survive HTML, whatever elements they stand in', () => {
    fc.assert(fc.property(fc.array(fc.tuple(tag, fc.stringMatching(/^[^\s\u0000-\u001f]{1,10}$/), fc.boolean()), { maxLength: 40 }), (parts) => {
      const said = parts.map(([, text]) => letters(text.normalize())).join('')
      const html = parts.map(([name, text, isClosed]) => `<${name}>${escaped(text.normalize())}${isClosed ? `</${name}>` : ''}`).join('')
      const { document } = htmlToLexical(html)
      // Attributions and captions may stand elsewhere in the document, so that the letters are compared, not their order.
      const found = letters(plainText(document)) + document.root.children.map((node) => (node.type === 'block' ? letters(Object.values(node.fields).join('')) : '')).join('')
      expect(Array.from(found).sort().join('')).toBe(Array.from(said).sort().join(''))
    }))
  })

  it('survive Markdown', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('', '- ', '> ', '## ', '1. '), fc.array(word, { minLength: 1, maxLength: 8 })), { maxLength: 120 }), (blocks) => {
      const markdown = blocks.map(([mark, line]) => mark + line.join(' ')).join('\n\n')
      expect(letters(plainText(markdownToLexical(markdown).document))).toBe(letters(blocks.map(([, line]) => line.join('')).join('')))
    }))
  })

  it('come back from the HTML of a feed', async () => {
    const paragraph = fc.stringMatching(/^[a-zé&<>"]{1,30}$/)
    await fc.assert(fc.asyncProperty(fc.array(paragraph, { minLength: 1 }), fc.integer({ min: 1, max: 50 }), async (paragraphs, size) => {
      const html = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')
      const results = await xmlResults(inPieces(`<rss><channel><item><description>${escaped(html)}</description></item></channel></rss>`, size))
      expect(results.filter(isItem).flatMap(words)).toEqual(paragraphs)
    }))
  })
})

describe('an account', () => {
  it('names each value of a ninjs item exactly once', () => {
    const concept = fc.record({ name: fc.string(), rel: fc.string(), uri: fc.webUrl(), extra: fc.jsonValue() }, { requiredKeys: [] })
    const item = fc.record({
      uri: fc.string(), headlines: fc.array(fc.record({ value: fc.string(), role: fc.string() })), bodies: fc.array(fc.record({ value: fc.string(), contentType: fc.constantFrom('text/html', 'text/plain') })),
      subjects: fc.array(concept), people: fc.array(concept), by: fc.string(), other: fc.jsonValue(), infoSources: fc.array(concept), located: fc.jsonValue(),
    }, { requiredKeys: [] })
    fc.assert(fc.property(item, (value) => {
      const [result] = Array.from(readNinjs(JSON.stringify(value)))
      const named = result?.account.map(({ at }) => at) ?? []
      for (const path of leaves(JSON.parse(JSON.stringify(value)), '$')) {
        expect(named.filter((at) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`))).toHaveLength(1)
      }
    }))
  })

  it('names each line of a Markdown file', () => {
    const line = fc.constantFrom('', 'title: x', 'tags:', '  - a', '  - b', '# c', 'text', '- item', '> q', '```', 'section:', '  name: s', '![p](x)', '[a]: b')
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 20 }), (front, text) => {
      const source = ['---', ...front, '---', ...text]
      const { account } = readMarkdown(source.join('\n'))
      const covered = new Set(account.flatMap(({ at }) => {
        const [, from = '0', to = from] = /^lines? (\d+)(?:-(\d+))?/.exec(at) ?? []
        return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
      }))
      expect(source.map((_, index) => index + 1).filter((number) => !covered.has(number))).toEqual([])
    }))
  })

  it('names each element of an RSS item exactly once', async () => {
    const name = fc.constantFrom('title', 'link', 'category', 'description', 'content:encoded', 'dc:creator', 'pubDate', 'guid', 'x:y', 'media:content', 'media:group')
    const element = fc.tuple(name, fc.stringMatching(/^[a-z0-9 ]{0,10}$/))
    await fc.assert(fc.asyncProperty(fc.array(element), async (elements) => {
      const results = await xmlResults(`<rss><channel><item><author>Ann</author>${elements.map(([tagName, text]) => `<${tagName}>${text}</${tagName}>`).join('')}</item></channel></rss>`)
      const named = results.flatMap(({ account }) => account.map(({ at }) => at)).filter((at) => at.startsWith('channel/item[1]/'))
      expect(named).toHaveLength(elements.length + 1)
      expect(new Set(named).size).toBe(elements.length + 1)
    }))
  })
})

function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path]
  if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, `${path}[${String(index)}]`))
  return Object.entries(value).flatMap(([key, each]) => leaves(each, /^[\p{L}_@][\p{L}\p{N}_:@-]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`))
}
