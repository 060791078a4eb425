import { describe, expect, it } from 'vitest'
import { limitFor } from '../../../src/security/requestCheck'

function counted(method: string, path: string, isPersonal = false) {
  return limitFor({ method, isPersonal, segments: path.split('/').slice(1) })
}

describe('a request of a stranger', () => {
  it.each([
    ['GET', '/api/articles', undefined],
    ['HEAD', '/feeds/rss.xml', undefined],
    ['OPTIONS', '/api/users/login', undefined],
    ['POST', '/api/graphql', 'graphql-address'],
    ['GET', '/api/graphql', 'graphql-address'],
    ['POST', '/API//GraphQL/', 'graphql-address'],
    ['POST', '/api/users/login', 'write-stranger'],
    ['PATCH', '/api/articles', 'write-stranger'],
    ['POST', '/admin', 'write-stranger'],
  ])('%s %s counts as %s', (method, path, name) => {
    expect(counted(method, path)).toBe(name)
  })
})

describe('a request with a login', () => {
  it('is counted with those of its address, unless it only reads', () => {
    expect(counted('GET', '/api/articles', true)).toBeUndefined()
    expect(counted('POST', '/api/articles', true)).toBe('write-address')
    expect(counted('POST', '/api/graphql', true)).toBe('write-address')
  })
})
