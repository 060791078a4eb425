import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf, plainText } from '../../../src/articles/plainText'
import { plainToLexical } from '../../../src/ingest/lexical'

const words = (text: string) => ({ type: 'text', text })
const document = (...children: object[]) => ({ root: { type: 'root', children } })

describe('the text of an article', () => {
  it('has a line for each paragraph, heading, quote and list item', () => {
    const body = document(
      { type: 'heading', children: [words('Head')] },
      { type: 'paragraph', children: [words('One '), { type: 'link', children: [words('linked')] }, words(' word.')] },
      { type: 'list', children: [{ type: 'listitem', children: [words('First')] }, { type: 'listitem', children: [words('Second')] }] },
      { type: 'quote', children: [words('Said.')] },
    )
    expect(paragraphsOf(body)).toEqual(['Head', 'One linked word.', 'First', 'Second', 'Said.'])
  })

  it('keeps line breaks and tabs inside a paragraph', () => {
    const body = document({ type: 'paragraph', children: [words('a'), { type: 'linebreak' }, words('b'), { type: 'tab' }, words('c')] })
    expect(plainText(body)).toBe('a\nb\tc')
  })

  it('has an empty line for a paragraph without text', () => {
    expect(paragraphsOf(document({ type: 'paragraph', children: [] }))).toEqual([''])
  })

  it.each([undefined, null, '', 5, {}, [], { root: null }, { root: { children: 'x' } }, { root: { children: [null, 5] } }])('is empty for %j', (body) => {
    expect(plainText(body)).toBe('')
  })

  it('is read from documents of any depth', () => {
    const deep = Array.from({ length: 100_000 }).reduce<object>((inside) => ({ type: 'span', children: [inside] }), words('deep'))
    expect(plainText(document(deep))).toBe('deep')
  })

  it('gives back the paragraphs a document was made of, character for character', () => {
    const paragraph = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1 }), (paragraphs) => {
        expect(paragraphsOf(plainToLexical(paragraphs))).toEqual(paragraphs)
      }),
    )
  })
})
