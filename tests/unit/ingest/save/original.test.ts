import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originalBytes, originalOf, originalOfPiece } from '../../../../src/ingest/save/original'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('the original that is kept', () => {
  it.each([
    ['UTF-8', 'utf-8', Buffer.from('Café – 平壤\r\n')],
    ['UTF-8 with a mark', 'utf-8 with byte order mark', Buffer.from('\ufeffCafé\n')],
    ['UTF-16 with a mark', 'utf-16le with byte order mark', Buffer.from('\ufeffCafé in Pyongyang\n', 'utf16le')],
    ['big-endian UTF-16', 'utf-16be', utf16be('A story that is long enough to tell.')],
    ['Windows-1252', 'windows-1252', Buffer.from('Caf\xe9 \x80 \x81 \x9f', 'latin1')],
    ['UTF-8 with a lost byte', 'base64', Buffer.concat([Buffer.from('é平壤'), Buffer.from([0xc3])])],
    ['half a character', 'base64', Buffer.from('\ufeffhalf \ud83d', 'utf16le')],
    ['a NUL', 'base64', Buffer.from('a\0b')],
  ])('of %s is named %s, and gives the same bytes back', (_, encoding, bytes) => {
    const original = originalOf(bytes)
    expect(original.encoding).toBe(encoding)
    expect(originalBytes(original)).toEqual(bytes)
    expect(original.checksum).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('gives back any bytes exactly', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map((each) => Buffer.from(each)),
      text.map((each) => Buffer.from(`\ufeff${each}`, 'utf16le')),
      text.map((each) => Buffer.from(each, 'latin1')),
    )
    fc.assert(fc.property(bytes, (each) => Buffer.compare(originalBytes(originalOf(each)), each) === 0), { numRuns: 2_000 })
  })

  it('of a piece of a file is the piece in UTF-8', () => {
    expect(originalOfPiece('<item>é</item>')).toMatchObject({ text: '<item>é</item>', encoding: 'utf-8' })
  })
})
