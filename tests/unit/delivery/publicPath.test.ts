import { expect, it } from 'vitest'
import { publicPathOf } from '../../../src/delivery/publicPath'
import { readTarget } from '../../../src/delivery/target'
import { model } from './support/model'

function kindOf(url: string): string | undefined {
  const target = readTarget(url)
  return target && publicPathOf(target, model)?.kind
}

it.each([
  ['/api/articles', 'list'],
  ['/api/articles?limit=1', 'list'],
  ['/api/articles/count', 'list'],
  ['/api/articles/123', 'document'],
  ['/api/articles/123/ninjs', 'format'],
  ['/api/media/file/sea.png', 'file'],
  ['/api/graphql', 'graphql'],
  ['/feeds/rss.xml', 'publication'],
  ['/feeds/sections/world/atom.xml', 'publication'],
  ['/sitemap.xml', 'publication'],
  ['/news-sitemap.xml', 'publication'],
  ['/', 'publication'],
  ['/?page=2', 'publication'],
  ['/articles/talks', 'publication'],
  ['/sections/world?page=2', 'publication'],
])('%s is a public %s', (url, kind) => {
  expect(kindOf(url)).toBe(kind)
})

it.each([
  '/admin', '/articles', '/articles/a/b', '/preview/articles', '/share/abc', '/_next/static/x.js', '/admin/collections/articles', '/api', '/api/health', '/api/users', '/api/users/me', '/api/access',
  '/api/articles?draft=true', '/api/articles?draft[]=true', '/api/articles?trash=true', '/api/articles?%64raft=true',
  '/api/articles/versions', '/api/articles/versions/123', '/api/articles/access/123', '/api/articles/123/versions', '/api/articles/',
  '/api/articles/123/', '/api//articles', '/api/articles/file/x', '/api/media/paste-url', '/api/payload-kv', '/feeds', '/api/ARTICLES',
])('%s is never kept', (url) => {
  expect(kindOf(url)).toBeUndefined()
})
