import { describe, expect, it } from 'vitest'
import { contentHash, sha256 } from '../../../src/ingest/contentHash'

const hash = (document: Record<string, unknown>) => contentHash(document, ['headline', 'bylines', 'dateline', 'publishedAt', 'tags', 'section'])
const article = {
  headline: 'Peace',
  bylines: [{ author: 'ann', role: 'reporter' }],
  dateline: { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z' },
  publishedAt: '2023-10-18',
  tags: ['peace', 'war'],
  section: 'world',
}

describe('two documents hash alike', () => {
  it.each<[string, Record<string, unknown>]>([
    ['when only the ids of rows differ', { bylines: [{ id: 'row', author: 'ann', role: 'reporter' }] }],
    ['when only the order of keys differs', { bylines: [{ role: 'reporter', author: 'ann' }] }],
    ['when a value is null that was absent', { dateline: { ...article.dateline, text: null } }],
    ['when a date is written another way', { publishedAt: new Date('2023-10-18T00:00:00Z') }],
    ['when a date is written with another offset', { publishedAt: '2023-10-18T02:00:00+02:00' }],
    ['when fields that do not count differ', { updatedAt: 'now', standfirst: 'New' }],
  ])('%s', (_, change) => {
    expect(hash({ ...article, ...change })).toBe(hash(article))
  })

  it('when a list is empty that was absent', () => {
    expect(hash({ headline: 'Peace', tags: [] })).toBe(hash({ headline: 'Peace' }))
  })
})

describe('two documents hash differently', () => {
  it.each<[string, Record<string, unknown>]>([
    ['when a text differs by a character', { headline: 'Peace.' }],
    ['when a list is in another order', { tags: ['war', 'peace'] }],
    ['when a relation differs', { section: 'sport' }],
    ['when a row differs', { bylines: [{ author: 'ann', role: 'editor' }] }],
    ['when a row is missing', { bylines: [] }],
    ['when a moment differs', { publishedAt: '2023-10-19' }],
    ['when a value moves to another field', { headline: 'world', section: 'Peace' }],
  ])('%s', (_, change) => {
    expect(hash({ ...article, ...change })).not.toBe(hash(article))
  })
})

it('SHA-256 of a text is that of its bytes in UTF-8', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])))
})
