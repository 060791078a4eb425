import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  process.env.SERVER_URL = 'https://cms.example.com'
  newsroom = await openNewsroom({ guard: { serverOrigin: 'https://cms.example.com' } })
})
afterAll(async () => {
  delete process.env.SERVER_URL
  await newsroom.close()
})

describe('behind https', () => {
  it.each(['/api/articles', '/api/articles', '/api/nothing', '/feeds/rss.xml', '/api/users/me'])('%s tells browsers to refuse all but data, and to come by https', async (path) => {
    const { headers } = await fetch(`${newsroom.url}${path}`)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox.*frame-ancestors 'none'/)
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('camera=()')
    expect(headers.get('X-Powered-By')).toBeNull()
  })

  it('a refusal of our own does too', async () => {
    const { headers, status } = await fetch(`${newsroom.url}/api/%ff`)
    expect(status).toBe(400)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it('the cookie of a login is sent by https only, by no script and to no other site’s forms', async () => {
    const login = { email: 'ann@newsroom.test', password: 'a long password' }
    await newsroom.payload.create({ collection: 'users', data: { ...login, name: 'Ann', roles: ['editor'] } })
    const { headers } = await reader(newsroom.url).send('POST', '/api/users/login', login)
    expect(headers.get('Set-Cookie')).toMatch(/^payload-token=.*; Secure=true; HttpOnly=true; SameSite=Lax/)
  })
})
