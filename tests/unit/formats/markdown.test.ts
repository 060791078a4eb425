import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString } from 'mdast-util-to-string'
import type { Nodes } from 'mdast'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { frontMatterOf } from '../../../src/formats/frontMatter'
import { bodyMarkdown, toMarkdown } from '../../../src/formats/markdown'
import { anyArticle } from './arbitraries'
import { clientArticle, lexical, options, paragraph, PARAGRAPHS, photograph, words } from './clientArticle'

const markdown = (...nodes: unknown[]) => bodyMarkdown({ body: lexical(...nodes) }, options)
const read = (source: string) => fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

function frontMatter(document: string, version: '1.1' | '1.2' = '1.2'): unknown {
  const [, yaml = ''] = /^---\n(.*?\n)---\n/s.exec(document) ?? []
  return parse(yaml, { version })
}

describe('Markdown of the client’s article', () => {
  const document = toMarkdown(clientArticle(), options)

  it('has all that a round trip needs in its front matter', () => {
    expect(frontMatter(document)).toMatchObject({
      uri: 'tag:news.example,2025:articles/6530f1a2b3c4d5e6f7a8b9c0',
      headline: 'Lavrov arrives in North Korea as Moscow and Pyongyang draw closer',
      slug: 'lavrov-north-korea',
      draft: false,
      pubStatus: 'usable',
      publishedAt: '2023-10-18T12:00:00.000Z',
      section: { name: 'Politics', slug: 'politics' },
      bylines: [
        { name: 'CJ journalist', slug: 'cj-journalist', role: 'reporter' },
        { name: 'HUXIANA', slug: 'huxiana', role: 'editor' },
      ],
      dateline: { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z', text: 'Pyongyang - - October,18,2023' },
      corrections: [{ kind: 'correction', correctedAt: '2023-10-19T08:00:00.000Z', text: 'The visit is of two days.' }],
      meta: { title: 'Lavrov in Pyongyang' },
    })
    expect(frontMatter(document)).toHaveProperty('tags.0', { name: 'North Korea', slug: 'north-korea', kind: 'place' })
  })

  it('has its paragraphs character for character', () => {
    expect(read(bodyMarkdown(clientArticle(), options)).children.map((node) => toString(node))).toEqual(PARAGRAPHS)
  })
})

describe('the Markdown of a text', () => {
  it('has headings, lists, quotations, marks, links and pictures', () => {
    expect(
      markdown(
        { type: 'heading', tag: 'h2', children: [words('A')] },
        paragraph(words('one ', 1), words('two', 3), { type: 'linebreak' }, words('three', 4)),
        {
          type: 'quote',
          children: [
            { type: 'link', fields: { linkType: 'custom', url: 'https://a.example' }, children: [words('b')] },
          ],
        },
        { type: 'list', listType: 'number', start: 2, children: [{ type: 'listitem', children: [words('c')] }] },
        { type: 'upload', value: photograph },
      ),
    ).toBe(
      [
        '## A',
        '**one _two_**\\\n~~three~~',
        '> [b](https://a.example)',
        '2. c',
        '![Two men shake hands](https://news.example/api/media/file/two%20men.jpg "The two met in \\"Pyongyang\\" & talked (KCNA)")\n',
      ].join('\n\n'),
    )
  })

  it('has pull quotes and embeds as HTML', () => {
    expect(markdown({ type: 'block', fields: { blockType: 'pullQuote', quote: 'So\n\nbe it' } })).toBe(
      '<figure class="pull-quote"><blockquote><p>So<br><br>be it</p></blockquote></figure>\n',
    )
  })

  it('does not take a text for a sign', () => {
    const line = '# *not* a [heading](x) ~~or~~ www.example.com <b> 1. &amp; _'
    expect(read(markdown(paragraph(words(line)))).children.map((node) => toString(node))).toEqual([line])
  })
})

/** What no Markdown can hold: a NUL (CommonMark 2.3), half a surrogate pair, and line ends of their own. */
const line = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((text) => text.replace(/[\0\n\r]|\p{Surrogate}/gu, ''))

/** Beside a mark a character may be written as a reference, which control and non-characters do not survive. */
const printable = line.map((text) => text.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ''))
const run = fc.record({ text: printable, format: fc.nat({ max: 7 }) })

/** Every character of a tree with the marks it stands under, in Lexical's bits. */
function marked(node: Nodes, format = 0): string[] {
  if ('value' in node) return Array.from(node.value, (character) => `${String(format)}${character}`)
  const bit = { strong: 1, emphasis: 2, delete: 4 }[String(node.type)] ?? 0
  return 'children' in node ? node.children.flatMap((child) => marked(child, format | bit)) : []
}

describe('Markdown of any article', () => {
  it('gives back its front matter, to readers of YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const document = toMarkdown(article, options)
        expect(frontMatter(document)).toEqual(frontMatterOf(article, options))
        expect(frontMatter(document, '1.1')).toEqual(frontMatterOf(article, options))
      }),
    )
  })

  it('gives back every paragraph character for character', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const texts = lines.filter((text) => text !== '')
        const source = markdown(...texts.map((text) => paragraph(words(text))))
        expect(read(source).children.map((node) => toString(node))).toEqual(texts)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back what is bold, italic and struck through', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const source = markdown(paragraph(...runs.map(({ format, text }) => words(text, format))))
        const written = runs.flatMap(({ format, text }) =>
          Array.from(text, (character) => `${text.trim() === '' ? '0' : String(format)}${character}`),
        )
        expect(marked(read(source))).toEqual(written)
      }),
      { numRuns: 500 },
    )
  })
})
