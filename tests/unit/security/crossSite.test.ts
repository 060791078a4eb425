import { describe, expect, it } from 'vitest'
import { isCrossSite } from '../../../src/security/crossSite'
import type { Origins, Sender } from '../../../src/security/crossSite'

const origins: Origins = { allowed: ['https://www.example.com'], server: 'https://cms.example.com', isProxied: false }

function foreign(headers: Sender['headers'], more: Partial<Sender & Origins> = {}): boolean {
  const { isPublic = false, method = 'POST', ...of } = more
  return isCrossSite({ headers: { host: 'cms.internal:3000', ...headers }, isPublic, method }, { ...origins, ...of })
}

describe('a write is let through', () => {
  it.each<[string, Sender['headers']]>([
    ['from a page of this server', { origin: 'http://cms.internal:3000' }],
    ['from a page of this server as SERVER_URL names it', { origin: 'https://cms.example.com' }],
    ['from a page of this server, as the browser says', { origin: 'https://other.name', 'sec-fetch-site': 'same-origin' }],
    ['from a page of an allowed site', { origin: 'https://www.example.com', 'sec-fetch-site': 'same-site' }],
    ['from a program', {}],
    ['from a program with a token', { authorization: 'JWT x', origin: 'https://evil.example' }],
  ])('%s', (_whose, headers) => {
    expect(foreign(headers)).toBe(false)
  })

  it('from a page of this server as a trusted proxy names it', () => {
    const headers = { origin: 'https://news.example', 'x-forwarded-host': 'news.example' }
    expect([foreign(headers, { isProxied: true }), foreign(headers)]).toEqual([false, true])
  })
})

describe('a write is refused', () => {
  it.each<[string, Sender['headers']]>([
    ['from a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from another site of the same owner', { origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }],
    ['from another port', { origin: 'http://cms.internal:4000' }],
    ['from a page without an origin of its own', { origin: 'null' }],
    ['from what a browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['from an origin that only begins like ours', { origin: 'http://cms.internal:3000.evil.example' }],
  ])('%s', (_whose, headers) => {
    expect(foreign(headers)).toBe(true)
  })
})

describe('what anybody may ask', () => {
  it('may be asked from any page', () => {
    expect(foreign({ origin: 'https://evil.example' }, { method: 'GET' })).toBe(false)
    expect(foreign({ origin: 'https://evil.example' }, { isPublic: true })).toBe(false)
  })
})
