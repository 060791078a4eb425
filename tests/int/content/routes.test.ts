import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { searchFileRoute } from '../../../src/routes/feeds'
import { previewRoute } from '../../../src/routes/reader'
import { restRoutes } from '../../../src/routes/rest'
import { openForRoutes, projectIn } from '../../helpers/projectIn'

const EDITOR = { email: 'editor@newsroom.test', password: 'a password for tests only' }

let folder: string
let config: SanitizedConfig
let payload: Payload
let authorization: string | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-routes-'))
  config = await projectIn(folder, { site: { url: 'https://news.example' } }, { routes: { admin: '/back', api: '/cms' } })
})
afterAll(() => rm(folder, { force: true, recursive: true }))
beforeEach(async () => {
  payload = await openForRoutes(config)
  if (authorization === undefined) await payload.create({ collection: 'users', data: { ...EDITOR, name: 'The editor', roles: ['editor'] } })
  const { token } = await payload.login({ collection: 'users', data: EDITOR })
  authorization = `JWT ${String(token)}`
})

async function post(address: string, type: string, body: string) {
  const request = new Request(`http://127.0.0.1/cms/${address}`, { method: 'POST', headers: { 'Authorization': authorization ?? '', 'Content-Type': type, 'Content-Length': String(body.length) }, body })
  const response = await restRoutes(Promise.resolve(config)).POST(request, { params: Promise.resolve({ slug: address.split('?')[0]?.split('/') ?? [] }) })
  return { status: response.status, body: await response.text() }
}

describe('a project with its API and admin UI at other addresses', () => {
  it.each(['text/markdown', 'application/xml', 'application/octet-stream', 'application/x-www-form-urlencoded'])('imports a body of the type %s', async (type) => {
    const { body, status } = await post('import?name=copy.md', type, `---\ntitle: A copy as ${type}\nauthor: Ann\nsection: World\n---\nWords.\n`)
    expect([status, body]).toEqual([200, expect.stringContaining('"outcome":"created"')])
  })

  it('refuses such a body elsewhere', async () => {
    expect((await post('tags', 'text/markdown', 'A tag.')).status).toBe(415)
  })

  it.each([['/cms/x', 400], ['/back/x', 400], ['/api/x', 201], ['/admin/x', 201]])('takes a redirect from %s only where nothing answers', async (from, expected) => {
    const { status } = await post('redirects', 'application/json', JSON.stringify({ from, to: { type: 'custom', url: 'https://a.example' } }))
    expect(status).toBe(expected)
  })

  it('names them in robots.txt and where a preview asks to sign in', async () => {
    const robots = await (await searchFileRoute(Promise.resolve(config), 'robots.txt')()).text()
    expect(robots).toContain('Allow: /cms/media/file/\nDisallow: /cms/\nDisallow: /back\n')
    const id = '00000000-0000-4000-8000-000000000000'
    const page = await (await previewRoute(Promise.resolve(config))(new Request(`http://127.0.0.1/preview/articles/${id}`), { params: Promise.resolve({ id }) })).text()
    expect(page).toContain('href="/back"')
  })
})
