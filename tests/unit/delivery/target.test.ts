import fc from 'fast-check'
import { parse } from 'qs-esm'
import { expect, it } from 'vitest'
import { originForm, readTarget } from '../../../src/delivery/target'

const normal = (url: string) => readTarget(url)?.normal

it('puts parameters in one order and one spelling', () => {
  expect(normal('/api/articles?b=2&a=1')).toBe(normal('/api/articles?a=1&b=2'))
  expect(normal('/api/articles?select%5Bslug%5D=true')).toBe(normal('/api/articles?select[slug]=true'))
  expect(normal('/api/articles?q=a+b')).toBe(normal('/api/articles?q=a%20b'))
  expect(normal('/api/%61rticles')).toBe(normal('/api/articles'))
})

it('keeps apart what may mean something else', () => {
  expect(normal('/api/articles?a=1&a=2')).not.toBe(normal('/api/articles?a=2&a=1'))
  expect(normal('/api/articles?a[]=1&b=2')).not.toBe(normal('/api/articles?b=2&a[]=1'))
  expect(normal('/api/articles?a=1&a[b]=2')).not.toBe(normal('/api/articles?a[b]=2&a=1'))
  expect(normal('/api/articles/x')).not.toBe(normal('/api/articles%2Fx'))
  expect(normal('/api/articles?a=%2526')).not.toBe(normal('/api/articles?a=%26'))
})

it('knows no target in what is none', () => {
  expect(readTarget('*')).toBeUndefined()
  expect(readTarget('')).toBeUndefined()
  expect(readTarget('/api/%ff')).toBeUndefined()
  expect(readTarget('/api/articles?a=%E0%A4%A')).toBeUndefined()
})

it('knows none in what the app behind would read as another one', () => {
  for (const url of ['/api/articles?a=C#', '/api/users/login#x', '/api\\articles', '/api/x/../users/login', '/api/%2e%2E/x', '/api/./articles']) {
    expect([url, readTarget(url)]).toEqual([url, undefined])
  }
  expect(readTarget('/api/articles?a=%23%5C..')?.params).toEqual([['a', '#\\..']])
})

it('takes the form in which proxies ask', () => {
  expect(originForm('http://newsroom.test:3000/api/articles?a=1')).toBe('/api/articles?a=1')
  expect(originForm('HTTPS://newsroom.test')).toBe('/')
  expect(originForm('http://newsroom.test?a=1')).toBe('/?a=1')
  expect(['*', '', 'newsroom.test:443', 'ftp://newsroom.test/'].map(originForm)).toEqual(['*', '', 'newsroom.test:443', 'ftp://newsroom.test/'])
})

const name = fc.stringMatching(/^[a-c](?:\[[a-c]\]){0,2}$/)
const params = fc.array(fc.tuple(name, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 })
const write = (list: readonly (readonly [string, string])[]) =>
  `/api/articles?${list.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&')}`

it('has a form that is a target itself, the same one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), params, (text, list) => {
      const read = readTarget(`/${encodeURIComponent(text)}${write(list)}`)
      fc.pre(read !== undefined)
      expect(readTarget(read.normal)).toEqual({ segments: read.segments, params: expect.arrayContaining([...read.params]), normal: read.normal })
      expect(new URL(read.normal, 'http://newsroom.test').pathname).toBe(read.normal.replace(/\?.*/, ''))
    }),
  )
})

it('never gives one form to two queries that Payload reads differently', () => {
  fc.assert(
    fc.property(params, fc.infiniteStream(fc.nat()), (list, weights) => {
      const shuffled = list.map((each) => [weights.next().value, each] as const).sort(([a], [b]) => a - b)
      const [one, two] = [write(list), write(shuffled.map(([, each]) => each))]
      fc.pre(normal(one) === normal(two))
      const read = (url: string) => parse(url.slice(url.indexOf('?') + 1), { depth: 10, arrayLimit: 1000 })
      expect(read(two)).toEqual(read(one))
    }),
    { numRuns: 2000 },
  )
})

it('reads any target without throwing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTarget(`/${text}`)))
})
