import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cursorAt, readCursor, writeCursor } from '../../../src/validation/cursor'

const moment = fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const cursor = fc.record({ publishedAt: moment, createdAt: moment, ids: fc.array(fc.uuid(), { minLength: 1, maxLength: 5 }) })

it('is read as it was written', () => {
  fc.assert(
    fc.property(cursor, (each) => {
      expect(readCursor(writeCursor(each))).toEqual(each)
    }),
  )
})

it('is nothing when it is something else', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor(text)).toBeUndefined()
    }),
  )
  const written = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const date = '2026-01-01T00:00:00.000Z'
  for (const text of [written(), written(date, date), written(date, 1, 'x'), written('2026', date, crypto.randomUUID()), written(date, date, 'x; drop')]) {
    expect(readCursor(text)).toBeUndefined()
  }
})

it('remembers whom it has passed of those with the same dates', () => {
  const date = '2026-01-01T00:00:00.000Z'
  const docs = ['a', 'b'].map((id) => ({ id, publishedAt: date, createdAt: date }))
  const first = cursorAt(docs, undefined)
  expect(first?.ids).toEqual(['a', 'b'])
  expect(cursorAt([{ id: 'c', publishedAt: date, createdAt: date }], first)?.ids).toEqual(['a', 'b', 'c'])
  expect(cursorAt([{ id: 'd', publishedAt: date, createdAt: '2025-01-01T00:00:00.000Z' }], first)?.ids).toEqual(['d'])
  expect(cursorAt([], first)).toBe(first)
})
