import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../helpers/browser'
import { addDateline, editConfig, pack, stockProject } from './support/project'
import type { Project } from './support/project'

const HOST = { email: 'host@example.com', password: 'a password of the host' }

let project: Project
let packed: Awaited<ReturnType<typeof pack>>

/** The databases of the project; the first is the one it is built with. */
const engines = [
  { name: 'SQLite, ids by number', env: () => ({ DATABASE_URL: `file:${path.join(project.folder, 'stock.db')}` }) },
  ...(process.env.TEST_MONGODB_URL ? [{ name: 'MongoDB', env: () => ({ DATABASE_URL: mongoUrl() }) }] : []),
]

const database = `package-${String(process.pid)}`
function mongoUrl(): string {
  const url = new URL(process.env.TEST_MONGODB_URL ?? '')
  url.pathname = `/${database}`
  return url.href
}

beforeAll(async () => {
  project = await stockProject()
  for (const { env } of engines) await project.must('npx', ['payload', 'run', 'make.ts'], env())
  packed = await pack(project.folder)
  await addDateline(project, packed.file)
  await project.must('npx', ['payload', 'generate:importmap'])
  await project.must('npx', ['payload', 'generate:types'])
  for (const { env } of engines) await project.must('npx', ['dateline', 'seed'], env())
  await project.must('npx', ['next', 'build'])
})
afterAll(() => project.remove())

describe('the package', () => {
  it('holds what a project needs, and nothing else', () => {
    const others = packed.files.filter((file) => !file.startsWith('dist/')).sort()
    expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
    expect(packed.files.filter((file) => /(^|\/)(tests?|bench|app)\//.test(file))).toEqual([])
  })

  it('has exports that publint finds nothing wrong with', async () => {
    const { messages } = await publint({ pkgDir: path.join(project.folder, 'node_modules/dateline') })
    expect(messages).toEqual([])
  })

  it('has types that resolve for every import of an ES module', async () => {
    const { problems } = (await checkPackage(createPackageFromTarballData(await readFile(packed.file)))) as { problems: { kind: string; resolutionKind?: string; entrypoint?: string }[] }
    // Only ES modules: an old resolution, and require(), are not for us (ARCHITECTURE.md).
    const ours = problems.filter(({ kind, resolutionKind }) => kind !== 'CJSResolvesToESM' && resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs')
    expect(ours).toEqual([])
  })

  it('compiles in a strict project', async () => {
    await writeFile(
      path.join(project.folder, 'src/uses.ts'),
      `import { newsroom, OptionsError } from 'dateline'
import type { NewsroomOptions } from 'dateline'
import { restRoutes } from 'dateline/routes'
import type { Article, Author, Section, Tag } from 'dateline/types'

export const options: NewsroomOptions = { articles: { override: ({ defaultCollection }) => defaultCollection } }
export const plugin = newsroom(options)
export const headline = (article: Article): string | null | undefined => article.headline
export type Terms = Author | Section | Tag
export const routes = [restRoutes, OptionsError]
// @ts-expect-error there is no such option
export const wrong: NewsroomOptions = { sites: {} }
`,
    )
    expect(await project.run('npx', ['tsc', '--noEmit', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'])).toMatchObject({ code: 0 })
  })

  it('reads copy and writes formats without Payload', async () => {
    const script = `
      import { toNinjs, toMarkdown } from 'dateline/formats'
      import { plainToLexical, readStories } from 'dateline/ingest'
      const copy = '---\\ntitle: From a file\\n---\\n\\nOne paragraph.\\n'
      for await (const { story } of readStories({ name: 'a.md', chunks: (async function* () { yield new TextEncoder().encode(copy) })() })) console.log(story.item.headline)
      const article = { id: 'a', slug: 'told', headline: 'Told', body: plainToLexical(['One paragraph.']) }
      const options = { siteUrl: 'https://news.example', serverUrl: 'https://news.example', newsroom: { name: 'Example News', language: 'en' } }
      console.log(toNinjs(article, options).uri, toMarkdown(article, options).includes('One paragraph.'))
    `
    expect(await project.must('node', ['--input-type=module', '-e', script])).toBe('From a file\ntag:news.example,2025:articles/a true\n')
  })

  it('leaves one version of each package of Payload', async () => {
    const nested = await readdir(path.join(project.folder, 'node_modules/dateline/node_modules/@payloadcms')).catch(() => [])
    expect(nested).toEqual([])
    const installed = await readdir(path.join(project.folder, 'node_modules/@payloadcms'))
    const versions = await Promise.all(installed.map(async (name) => (JSON.parse(await readFile(path.join(project.folder, 'node_modules/@payloadcms', name, 'package.json'), 'utf8')) as { version: string }).version))
    expect(new Set(versions).size).toBe(1)
  })
})

describe.each(engines)('a project on $name', ({ env }) => {
  let url: string
  let stop: () => Promise<void>
  let token: string

  beforeAll(async () => {
    ;({ stop, url } = await project.start(env()))
    const login = await send('/api/users/login', 'POST', HOST)
    token = login.body.token
  })
  afterAll(() => stop())

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes
  async function send(address: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> {
    const response = await fetch(url + address, { method, headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    return { status: response.status, body: await response.json() }
  }
  const asHost = (address: string, method?: string, body?: unknown) => send(address, method, body, { Authorization: `JWT ${token}` })
  const idOf = async (collection: string): Promise<string> => (await send(`/api/${collection}?limit=1`)).body.docs[0].id

  it('keeps its documents, logins and files', async () => {
    const { body } = await send('/api/pages?depth=1&sort=createdAt')
    expect(body.docs).toMatchObject(['One', 'Two', 'Three'].map((title) => ({ title, picture: { alt: 'a dot', filename: expect.stringMatching(/^dot.*\.png$/) } })))
    expect((await fetch(url + body.docs[0].picture.url)).status).toBe(200)
    expect(token).toEqual(expect.any(String))
    const saved = await asHost(`/api/pages/${String(body.docs[0].id)}`, 'PATCH', { title: 'One again' })
    expect(saved).toMatchObject({ status: 200, body: { doc: { title: 'One again', picture: { id: body.docs[0].picture.id } } } })
  })

  it('has the article over REST, GraphQL, search, ninjs and feeds', async () => {
    const { body } = await send('/api/articles?where[search][like]=pyongyang lavrov&depth=1')
    expect(body.docs).toMatchObject([{ slug: 'lavrov-north-korea', section: { name: 'Politics' }, bylines: [{ author: { name: 'CJ journalist' } }, { author: { name: 'HUXIANA' } }] }])
    const { id } = body.docs[0]
    const graphql = await send('/api/graphql', 'POST', { query: `{ Article(id: "${id}") { headline section { name } } Pages { totalDocs } }` })
    expect(graphql.body).toEqual({ data: { Article: { headline: body.docs[0].headline, section: { name: 'Politics' } }, Pages: { totalDocs: 3 } } })
    expect((await send(`/api/articles/${id}/ninjs`)).body).toMatchObject({ altIds: expect.arrayContaining([{ role: 'slug', value: 'lavrov-north-korea' }]) })
    for (const feed of ['/feeds/rss.xml', '/feeds/atom.xml', '/sitemap.xml']) expect((await fetch(url + feed)).status, feed).toBe(200)
    expect(await (await fetch(`${url}/articles/lavrov-north-korea`)).text()).toContain('HUXIANA')
  })

  it('holds to the public rule and the workflow', async () => {
    const { body } = await asHost('/api/articles?draft=true', 'POST', { headline: 'Secret of the host', section: await idOf('sections') })
    const { id, slug } = body.doc
    expect(slug).toBe('secret-of-the-host')
    expect((await send(`/api/articles/${id}`)).status).toBe(404)
    expect((await asHost('/api/articles?draft=true', 'POST', { headline: 'Secret of the host' })).body.doc.slug).not.toBe(slug)
    expect(await asHost(`/api/articles/${id}`, 'PATCH', { _status: 'published' })).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('Body') }] } })
    const text = { root: { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children: [{ type: 'paragraph', format: '', indent: 0, version: 1, direction: 'ltr', children: [{ type: 'text', text: 'Told.', version: 1, format: 0, style: '', mode: 'normal', detail: 0 }] }] } }
    const { body: { docs: [picture] } } = await send('/api/media?limit=1')
    const withPicture = { _status: 'published', body: text, bylines: [{ author: await idOf('authors') }], heroImage: picture.id }
    expect(await asHost(`/api/articles/${id}`, 'PATCH', withPicture)).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('Hero image') }] } })
    expect((await asHost(`/api/media/${String(picture.id)}`, 'PATCH', { credit: 'A host' })).status).toBe(200)
    const published = await asHost(`/api/articles/${id}`, 'PATCH', withPicture)
    expect(published).toMatchObject({ status: 200, body: { doc: { _status: 'published', heroImage: { id: picture.id } } } })
    expect((await send(`/api/articles/${id}`)).body).toMatchObject({ headline: 'Secret of the host', heroImage: { alt: 'a dot' } })
    for (const address of ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json', `/articles/${slug}`, `/api/articles/${id}/ninjs`, `/api/articles/${id}/jsonld`]) expect((await fetch(url + address)).status, address).toBe(200)
    expect((await asHost(`/api/media/${String(picture.id)}`, 'DELETE')).status).toBe(409)
    expect((await asHost(`/api/articles/${id}`, 'PATCH', { withdrawn: { reason: 'Not so.' } })).status).not.toBe(500)
  })

  it('reads copy over HTTP, in a thread of its own', async () => {
    const copy = '---\ntitle: From a file\nsection: World\n---\n\nOne paragraph.\n'
    const response = await fetch(`${url}/api/import`, { method: 'POST', headers: { Authorization: `JWT ${token}`, 'Content-Type': 'text/markdown' }, body: copy })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('From a file')
    const { body } = await asHost('/api/articles?draft=true&where[headline][equals]=From a file')
    expect(body).toMatchObject({ totalDocs: 1, docs: [{ _status: 'draft' }] })
  })

  it('makes logins with roles, and lets nobody else in', async () => {
    const jonas = { email: `jonas@example.com`, password: 'a password of Jonas', name: 'Jonas', roles: ['journalist'] }
    expect((await asHost('/api/users', 'POST', jonas)).status).toBe(201)
    const { body } = await send('/api/users/login', 'POST', jonas)
    const asJonas = { Authorization: `JWT ${body.token}` }
    expect((await send('/api/tags', 'POST', { name: 'Theirs', slug: 'theirs', kind: 'subject' }, asJonas)).status).toBe(403)
    const guest = { email: 'guest@example.com', password: 'a password of a guest', name: 'Guest' }
    expect((await asHost('/api/users', 'POST', guest)).status).toBe(201)
    const asGuest = { Authorization: `JWT ${(await send('/api/users/login', 'POST', guest)).body.token}` }
    expect((await send('/api/articles?draft=true', 'POST', { headline: 'No' }, asGuest)).status).toBe(403)
  })

  it('shows the desk and an article in a browser', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${url}/admin/login`)
      await page.fill('#field-email', HOST.email)
      await page.fill('#field-password', HOST.password)
      await page.click('button[type=submit]')
      await page.getByRole('heading', { exact: true, name: 'Desk' }).waitFor()
      await page.goto(`${url}/admin/collections/articles/${(await send('/api/articles/by-slug/lavrov-north-korea')).body.id}`)
      await page.getByText('A Kremlin spokesman told TASS').waitFor()
      const headline = page.locator('#field-headline')
      await headline.fill('Lavrov arrives')
      await page.getByText('Saved', { exact: true }).first().waitFor()
      await page.goto(`${url}/admin/collections/pages`)
      await page.getByText('Three').waitFor()
    } finally {
      await browser.close()
    }
  })
})

describe('a wrong option', () => {
  it('stops the start, with one line that says what to write', async () => {
    await editConfig(project, (config) => config.replace("url: 'https://news.example'", "url: 'news.example'"))
    const { code, output } = await project.run('npx', ['dateline', 'seed'], engines[0]?.env())
    expect(code).toBe(1)
    expect(output.trim()).toBe('dateline: newsroom: site.url "news.example" is not the address of a site: write it as https://example.com, without a slash at the end.')
  })
})
