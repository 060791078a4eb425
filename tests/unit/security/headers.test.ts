import { describe, expect, it } from 'vitest'
import { securityHeaders } from '../../../src/security/headers'

const plain = { isDev: false, isHttps: false }

describe('a page', () => {
  it('runs scripts of this server and those with its nonce, and nothing that is evaluated', () => {
    const policy = securityHeaders('admin', 'abc', plain)['Content-Security-Policy']
    expect(policy).toContain("script-src 'self' 'nonce-abc';")
    expect(securityHeaders('news', '', plain)['Content-Security-Policy']).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('may be framed by pages of the same origin, such as a live preview', () => {
    expect(securityHeaders('admin', 'abc', plain)).toMatchObject({
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Security-Policy': expect.stringContaining("frame-ancestors 'self'") as string,
    })
  })
})

describe('without https', () => {
  it('nobody is told to use it', () => {
    expect(securityHeaders('api', '', plain)).not.toHaveProperty('Strict-Transport-Security')
  })
})
