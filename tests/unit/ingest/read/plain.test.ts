import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/payload-types'
import { plainToLexical } from '../../../../src/ingest/lexical'

describe('plain paragraphs', () => {
  it('become one paragraph with one text node each, character for character', () => {
    const body: Article['body'] = plainToLexical([' He said "no".  ', 'Two\u00a0words'])
    expect(body.root.children).toMatchObject([
      { type: 'paragraph', children: [{ type: 'text', text: ' He said "no".  ' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Two\u00a0words' }] },
    ])
  })

  it('make a document the editor can open even when there are none', () => {
    expect(plainToLexical([]).root.children).toMatchObject([{ type: 'paragraph', children: [] }])
  })
})
