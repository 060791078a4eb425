import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { looksLikeHouseCopy, parseHouseCopy } from '../../../../src/ingest/house'
import { readable } from './parse'

const bytes = readFileSync(new URL('../../../../seed/articles/lavrov-north-korea.txt', import.meta.url))
const sourceLines = bytes.toString('utf8').split('\n')
const { copy, lines, notes } = readable(parseHouseCopy(bytes, { name: 'lavrov-north-korea.txt' }))

describe("the client's article", () => {
  it('has no headline, since a dash stands in its slot', () => {
    expect(copy.headline).toBeUndefined()
    expect(lines[0]).toEqual({ line: 1, text: '-', to: 'left-out', why: 'no headline' })
  })

  it('was published on 18 October 2023', () => {
    expect(copy.published).toBe('2023-10-18')
  })

  it('has its third line as standfirst', () => {
    expect(copy.standfirst).toBe(sourceLines[2])
  })

  it('is by CJ journalist and edited by HUXIANA', () => {
    expect(copy.bylines).toEqual([
      { name: 'CJ journalist', role: 'reporter' },
      { name: 'HUXIANA', role: 'editor' },
    ])
  })

  it('keeps the section as the copy spells it', () => {
    expect(copy.section).toBe('Politic')
  })

  it('was filed in Pyongyang, with an empty middle slot', () => {
    expect(copy.dateline).toEqual({ place: 'Pyongyang', date: '2023-10-18', text: 'Pyongyang - - October,18,2023' })
  })

  it('has each of its fifteen remaining lines as one paragraph, character for character', () => {
    expect(copy.body).toEqual(sourceLines.slice(6))
    expect(copy.body).toHaveLength(15)
  })

  it('keeps the oddities of its prose', () => {
    expect(copy.body[5]).toContain('military equipment and"advanced technologies,"')
    expect(copy.body[11]).toContain('to Russia,"the group said.')
  })

  it('has an account of each of its 21 lines', () => {
    expect(lines.map(({ text }) => text)).toEqual(sourceLines)
    expect(lines.map(({ to }) => to)).toEqual([
      ...['left-out', 'published', 'standfirst', 'editors', 'section+bylines', 'dateline'],
      ...Array.from({ length: 15 }, () => 'body'),
    ])
  })

  it('gives an editor nothing to look at', () => {
    expect(notes).toEqual([])
  })

  it('looks like house copy', () => {
    expect(looksLikeHouseCopy(bytes.toString('utf8'))).toBe(true)
  })
})
