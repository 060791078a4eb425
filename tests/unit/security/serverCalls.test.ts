import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { render } from '../../../src/delivery/render'
import { isServerCall, noteServerCall, withReadableCalls } from '../../../src/security/serverCalls'

/** Fails as Next does, before or after the call has reached its function. */
function failing(reaches: boolean): RequestListener {
  return (_request, response) => {
    void Promise.resolve().then(() => {
      if (reaches) noteServerCall()
      response.statusCode = 500
      response.end()
    })
  }
}

const CALL = { method: 'POST', url: '/admin', headers: { 'next-action': 'x' }, body: '{' }

async function statusOf(app: RequestListener, request: Parameters<typeof render>[1] = CALL): Promise<number> {
  return (await render(withReadableCalls(app), request, Infinity)).status
}

describe('a call of a server function that fails', () => {
  it('before it has reached the function is the caller’s mistake', async () => {
    expect(await statusOf(failing(false))).toBe(400)
  })

  it('in the function is the server’s', async () => {
    expect(await statusOf(failing(true))).toBe(500)
  })

  it('does not speak for others that are answered at the same time', async () => {
    expect(await Promise.all([statusOf(failing(true)), statusOf(failing(false)), statusOf(failing(true))])).toEqual([500, 400, 500])
  })

  it('because it is too long is told so', async () => {
    expect(await statusOf(failing(false), { ...CALL, body: 'x'.repeat(1024 * 1024 + 1) })).toBe(413)
  })
})

describe('what is no such call', () => {
  it('is left alone', async () => {
    expect(await statusOf(failing(false), { ...CALL, headers: {} })).toBe(500)
    expect(await statusOf(failing(false), { ...CALL, url: '/api/media', headers: { 'content-type': 'multipart/form-data; boundary=b' } })).toBe(500)
  })

  it.each([
    ['POST', '/admin', { 'content-type': 'multipart/form-data; boundary=b' }, true],
    ['POST', '/apiary', { 'next-action': '' }, true],
    ['POST', '/admin', { 'content-type': 'application/x-www-form-urlencoded' }, false],
    ['GET', '/admin', { 'next-action': 'x' }, false],
    ['POST', '//api/media', { 'content-type': 'multipart/form-data; boundary=b' }, false],
  ])('%s %s %j: %s', (method, url, headers, expected) => {
    expect(isServerCall({ method, url, headers })).toBe(expected)
  })
})
