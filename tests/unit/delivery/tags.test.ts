import { describe, expect, it } from 'vitest'
import { publicPathOf } from '../../../src/delivery/publicPath'
import { tagsOf } from '../../../src/delivery/tags'
import { readTarget } from '../../../src/delivery/target'
import { model } from './support/model'

const A = '0b5c3a52-55b7-4ea0-9d3e-7b2f4c9d8a10'
const B = '64b7f1c2a9d3e85f01234567'

function tags(url: string, body: unknown): string[] {
  const target = readTarget(url)
  const path = target && publicPathOf(target, model)
  if (!target || !path) throw new Error(`${url} is not public.`)
  return tagsOf(path, target, Buffer.from(JSON.stringify(body)), model).sort()
}

describe('an answer shows', () => {
  it('a document: every id in it, however deep, and no list', () => {
    expect(tags(`/api/articles/${A}`, { id: A, section: { id: B } })).toEqual([A, B])
  })

  it('a document that is not there: its id', () => {
    expect(tags(`/api/articles/${A}`, { errors: [{ message: 'Not Found' }] })).toEqual([A])
  })

  it('a document asked for by its slug: the whole collection', () => {
    expect(tags('/api/articles/talks', { errors: [{ message: 'Not Found' }] })).toEqual(['articles'])
  })

  it('a list: its collection as well', () => {
    expect(tags('/api/articles', { docs: [{ id: A, tags: [B] }], hasNextPage: false })).toEqual([A, B, 'articles'])
  })

  it('a document with a join: the list that is joined', () => {
    expect(tags(`/api/authors/${A}`, { id: A, articles: { docs: [B], hasNextPage: false } })).toEqual([A, B, 'articles'])
  })

  it('a list asked for by a slug: the addresses that have moved', () => {
    expect(tags('/api/articles?where[slug][equals]=x', { docs: [], hasNextPage: false })).toEqual(['articles', 'redirects'])
  })

  it('a list filtered or sorted across a relation: all of what it leads to', () => {
    const none = { docs: [], hasNextPage: false }
    expect(tags('/api/articles?where[section.slug][equals]=world', none)).toEqual(['articles', 'sections'])
    expect(tags('/api/articles?where[or][0][and][1][bylines.author.name][like]=A', none)).toEqual(['articles', 'authors'])
    expect(tags('/api/articles?sort=-section.parent.name,tags.name', none)).toEqual(['articles', 'sections', 'tags'])
    expect(tags('/api/authors?joins[articles][where][section.slug][equals]=x', none)).toEqual(['authors', 'sections'])
    expect(tags(`/api/articles?where[section][equals]=${A}`, none)).toEqual(['articles'])
  })

  it('a feed: everything', () => {
    expect(tags('/feeds/rss.xml', '')).toEqual([...model.collections].sort())
  })
})
