import { describe, expect, it } from 'vitest'
import { copiesOf, dropCopy, dropOldCopies, keepCopy, tabOf } from '../../../src/admin/saving/localCopy'
import { afterEvent, afterRefusal, blamed, failureOf } from '../../../src/admin/saving/saving'
import type { Answer, SaveState } from '../../../src/admin/saving/saving'

const failed = { type: 'failed', reason: 'away', detail: '' } as const
const answer = (status: number, more: Partial<Answer> = {}): Answer => ({ status, body: {}, retryAfter: null, isSignedIn: true, ...more })

describe('the state of saving (editor F3)', () => {
  it('is saved only when everything is stored', () => {
    let state: SaveState = { kind: 'saved' }
    state = afterEvent(state, { type: 'typed' })
    expect(state.kind).toBe('pending')
    state = afterEvent(afterEvent(state, { type: 'sent' }), { type: 'stored', isWhole: false })
    expect(state.kind).toBe('pending')
    expect(afterEvent(state, { type: 'stored', isWhole: true }).kind).toBe('saved')
  })

  it('stays unsaved while it is tried again, more and more seldom', () => {
    let state: SaveState = { kind: 'pending' }
    const waits = Array.from({ length: 8 }, () => {
      state = afterEvent(afterEvent(afterEvent(state, failed), { type: 'typed' }), { type: 'sent' })
      return state.kind === 'unsaved' ? state.waitMs : undefined
    })
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('says why', () => {
    const conflict = { errors: [{ message: 'x', data: { since: [{ who: 'Eve', fields: ['body'] }] } }] }
    expect(failureOf(answer(409, { body: conflict }))).toMatchObject({ reason: 'conflict', detail: 'Eve: body' })
    expect([409, 413, 429, 503, 400, 403].map((status) => failureOf(answer(status)).reason)).toEqual(['away', 'tooLarge', 'tooMany', 'away', 'refused', 'refused'])
    expect(failureOf(answer(429, { retryAfter: '7' })).retryAfterMs).toBe(7000)
    expect(failureOf(answer(403, { isSignedIn: false })).reason).toBe('signedOut')
  })
})

describe('a refusal', () => {
  const invalid = (...paths: string[]) => failureOf(answer(400, { body: { errors: [{ message: 'x', data: { errors: paths.map((path) => ({ path, message: 'no' })) } }] } }))

  it('holds back only the fields that the server names (editor F1)', () => {
    expect(blamed(['body', 'headline', 'bylines'], invalid('headline', 'bylines.0.author'))).toEqual({ refused: ['headline', 'bylines'], rest: ['body'] })
    expect(blamed(['body'], invalid())).toEqual({ refused: ['body'], rest: [] })
    expect(blamed(['body', 'headline'], failureOf(answer(413)))).toBeUndefined()
  })

  it('holds back the fields that somebody else changed', () => {
    const conflict = { errors: [{ message: 'x', data: { since: [{ who: 'Eve', fields: ['body'] }] } }] }
    expect(blamed(['body', 'headline'], failureOf(answer(409, { body: conflict })))).toEqual({ refused: ['body'], rest: ['headline'] })
  })
})

describe('what is sent after a refusal', () => {
  it('is the rest where fields are named, each field alone where none is, and nothing where the article is refused (editor F1)', () => {
    const named = failureOf(answer(400, { body: { errors: [{ message: 'x', data: { errors: [{ path: 'headline', message: 'no' }] } }] } }))
    expect(afterRefusal(['body', 'headline'], named)).toEqual({ refused: ['headline'], next: [['body']] })
    expect(afterRefusal(['headline'], named)).toEqual({ refused: ['headline'], next: [] })
    expect(afterRefusal(['body', 'headline'], failureOf(answer(413)))).toEqual({ refused: [], next: [['body'], ['headline']] })
    for (const status of [403, 404]) expect(afterRefusal(['body', 'headline'], failureOf(answer(status)))).toEqual({ refused: ['body', 'headline'], next: [] })
  })
})

describe('local copies', () => {
  it('are kept by person, document and tab, and those that nobody asked for in three months go', () => {
    const map = new Map<string, string>()
    const store = { getItem: (key: string) => map.get(key) ?? null, key: (at: number) => [...map.keys()][at] ?? null, get length() { return map.size }, removeItem: (key: string) => void map.delete(key), setItem: (key: string, value: string) => void map.set(key, value) }
    for (let at = 0; at < 30; at += 1) keepCopy(store, { user: 'u', document: `d${at}`, tab: 't' }, { headline: `H${at}` }, at)
    dropOldCopies(store, 90 * 86_400_000 + 9)
    expect(map.size).toBe(21)
    expect(copiesOf(store, 'u', 'd29')).toMatchObject([{ at: 29, fields: { headline: 'H29' } }])
    expect(copiesOf(store, 'u', 'd29').map(tabOf)).toEqual(['t'])
    expect(copiesOf(store, 'v', 'd29')).toEqual([])
    dropCopy(store, { user: 'u', document: 'd29', tab: 't' })
    expect(copiesOf(store, 'u', 'd29')).toEqual([])
  })

  it('are told not to be kept where the browser forbids it or has no room', () => {
    const full = { getItem: () => null, key: () => null, length: 0, removeItem: () => undefined, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } }
    const place = { user: 'u', document: 'd', tab: 't' }
    expect([keepCopy(full, place, {}, 0), keepCopy(undefined, place, {}, 0), copiesOf(undefined, 'u', 'd')]).toEqual([false, false, []])
  })
})
