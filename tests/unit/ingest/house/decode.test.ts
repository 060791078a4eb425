import { describe, expect, it } from 'vitest'
import { decodeCopy, parseHouseCopy } from '../../../../src/ingest/house'
import { readable } from './parse'

const STORY = 'Peña lands in Zürich\nPublished: 18 October 2023\nHe said “no” – twice.\n'
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16le(text).swap16()

describe('the bytes of a copy', () => {
  it('are read as UTF-8', () => {
    expect(decodeCopy(Buffer.from(STORY))).toEqual({ text: STORY, encoding: 'utf-8', bom: false, damaged: false })
  })

  it('are read as UTF-8 with its mark, which is no part of the text', () => {
    expect(decodeCopy(Buffer.from(`\ufeff${STORY}`))).toMatchObject({ text: STORY, encoding: 'utf-8', bom: true })
  })

  it('are read as UTF-16 with its mark, of either byte order', () => {
    expect(decodeCopy(utf16le(`\ufeff${STORY}`))).toMatchObject({ text: STORY, encoding: 'utf-16le', bom: true })
    expect(decodeCopy(utf16be(`\ufeff${STORY}`))).toMatchObject({ text: STORY, encoding: 'utf-16be', bom: true })
  })

  it('are read as UTF-16 without its mark, of either byte order', () => {
    expect(decodeCopy(utf16le(STORY))).toMatchObject({ text: STORY, encoding: 'utf-16le', bom: false })
    expect(decodeCopy(utf16be(STORY))).toMatchObject({ text: STORY, encoding: 'utf-16be', bom: false })
  })

  it('are read as Windows-1252 when they are not UTF-8', () => {
    const bytes = Uint8Array.from([0x50, 0x65, 0xf1, 0x61, 0x20, 0x93, 0x6e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35])
    expect(decodeCopy(bytes)).toMatchObject({ text: 'Peña “no” – €5', encoding: 'windows-1252', damaged: false })
  })

  it('give every one of the 32 characters that Windows-1252 has and Latin-1 has not', () => {
    const high = Uint8Array.from([0x20, ...Array.from({ length: 32 }, (_, index) => 0x80 + index)])
    expect(decodeCopy(high, 'windows-1252').text).toBe(' €\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ')
  })

  it('are not changed by the reading', () => {
    const bytes = utf16be(STORY)
    decodeCopy(bytes)
    expect(bytes).toEqual(utf16be(STORY))
  })

  it('are damaged UTF-8, not Windows-1252, when most of them are UTF-8', () => {
    const bytes = Buffer.from('Статья о погоде в Москве')
    expect(decodeCopy(bytes.subarray(0, -1))).toMatchObject({ encoding: 'utf-8', damaged: true })
  })

  it('are damaged UTF-16 when a byte is missing', () => {
    expect(decodeCopy(utf16le(`\ufeff${STORY}`).subarray(0, -1))).toMatchObject({ encoding: 'utf-16le', damaged: true })
  })

  it('give the same copy in each encoding', () => {
    const copy = readable(parseHouseCopy(STORY)).copy
    for (const bytes of [Buffer.from(STORY), utf16le(STORY), utf16be(`\ufeff${STORY}`)]) {
      expect(readable(parseHouseCopy(bytes)).copy).toEqual(copy)
    }
  })

  it('leave a note when they were read as Windows-1252', () => {
    const { notes } = readable(parseHouseCopy(Buffer.from('Peña\nPublished: 18 October 2023\nBody.', 'latin1')))
    expect(notes).toContain('The file is not UTF-8 and was read as Windows-1252; check accents and quotation marks.')
  })
})
