import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import type { Browser } from 'playwright-core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser } from '../helpers/browser'
import { reader } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { dropDatabase, newDatabase } from '../helpers/postgres'
import { addDateline, editConfig, pack, stockProject } from './support/project'
import type { Project } from './support/project'

const HOST = { email: 'host@example.com', password: 'a password of the host' }
const SECOND = { email: 'second@example.com', password: 'a password of a second' }

const TEXT = { type: 'text', text: 'Told.', version: 1, format: 0, style: '', mode: 'normal', detail: 0 }
const block = (type: string, children: object[]) => ({ type, format: '', indent: 0, version: 1, direction: 'ltr', children })
const BODY = { root: block('root', [block('paragraph', [TEXT])]) }

type SignedIn = Awaited<ReturnType<typeof signInTo>>

let project: Project
let packed: Awaited<ReturnType<typeof pack>>

/** Undefined where no PostgreSQL can be had. */
const postgresServer: string | undefined = inject('postgresUrl')
const postgres = postgresServer && newDatabase(postgresServer)

/** The databases of the project; the first is the one it is built with. */
const engines = [
  { name: 'SQLite, ids by number', env: () => ({ DATABASE_URL: `file:${path.join(project.folder, 'stock.db')}` }) },
  ...(process.env.TEST_MONGODB_URL ? [{ name: 'MongoDB', env: () => ({ DATABASE_URL: mongoUrl() }) }] : []),
  ...(postgres ? [{ name: 'PostgreSQL, ids by number', env: () => ({ DATABASE_URL: postgres }) }] : []),
]

const database = `package-${String(process.pid)}`
function mongoUrl(): string {
  const url = new URL(process.env.TEST_MONGODB_URL ?? '')
  url.pathname = `/${database}`
  return url.href
}

/** As docs/install.md says it for PostgreSQL. */
async function migrate(name: string): Promise<void> {
  if (!postgres) return
  for (const command of [['migrate:create', name], ['migrate']]) await project.must('npx', ['payload', ...command], { DATABASE_URL: postgres })
}

beforeAll(async () => {
  project = await stockProject()
  await migrate('stock')
  for (const { env } of engines) await project.must('npx', ['payload', 'run', 'make.ts'], env())
  packed = await pack(project.folder)
  await addDateline(project, packed.file)
  await project.must('npx', ['payload', 'generate:importmap'])
  await project.must('npx', ['payload', 'generate:types'])
  await migrate('dateline')
  for (const { env } of engines) await project.must('npx', ['dateline', 'seed'], env())
  await project.must('npx', ['next', 'build'])
})
afterAll(async () => {
  await project.remove()
  if (postgres) await dropDatabase(postgres)
})

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

export const overridden: NewsroomOptions = { articles: { override: ({ defaultCollection }) => defaultCollection } }
export const plugin = newsroom(overridden)
export const headline = (article: Article): string | null | undefined => article.headline
export type Terms = Author | Section | Tag
export const routes = [restRoutes, OptionsError]
type HasOption<Name extends string> = Name extends keyof NewsroomOptions ? true : false
export const options: [known: HasOption<'site'>, unknown: HasOption<'sites'>] = [true, false]
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

type Docs<Doc> = { docs: Doc[]; totalDocs: number }
type Saved<Doc> = { doc: Doc; errors?: { message: string }[] }
type Picture = { id: number | string; alt: string; filename: string; url: string }
type StockPage = { id: number | string; title: string; picture: Picture }

describe.each(engines)('a project on $name', ({ env }) => {
  let app: { url: string; stop: () => Promise<void> }
  let browser: Browser
  const anyone = () => reader(app.url)
  let host: SignedIn
  let second: SignedIn

  beforeAll(async () => {
    browser = await openBrowser()
    app = await project.start(env())
    host = await signInTo(app, HOST)
    second = await signInTo(app, SECOND)
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  const firstOf = async (collection: string) => (await anyone().get<Docs<{ id: number | string }>>(`/api/${collection}`, { limit: 1 })).body.docs[0]?.id

  it('keeps its documents, logins and files', async () => {
    const { body } = await anyone().get<Docs<StockPage>>('/api/pages', { depth: 1, sort: 'createdAt' })
    expect(body.docs).toMatchObject(['One', 'Two', 'Three'].map((title) => ({ title, picture: { alt: 'a dot', filename: expect.stringMatching(/^dot.*\.png$/) } })))
    const [page] = body.docs
    if (!page) throw new Error('There is no page.')
    expect((await fetch(app.url + page.picture.url)).status).toBe(200)
    const saved = await host.send<Saved<StockPage>>('PATCH', `/api/pages/${String(page.id)}`, { title: 'One again' })
    expect(saved).toMatchObject({ status: 200, body: { doc: { title: 'One again', picture: { id: page.picture.id } } } })
  })

  it('keeps its endpoints, globals and what its own collections take', async () => {
    expect(await anyone().get('/api/hello?name=you&other=1')).toMatchObject({ status: 200, body: { hello: 'you' } })
    expect(await host.send('POST', '/api/globals/header', { title: 'The host' })).toMatchObject({ status: 200, body: { result: { title: 'The host' } } })
    expect((await anyone().get('/api/pages', { limit: 500 })).status).toBe(200)
    expect((await anyone().get('/api/articles', { limit: 500 })).status).toBe(400)
    expect((await host.send('POST', '/api/pages', { title: 'Four', colour: 'red', _status: 'draft' })).status).toBe(201)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'A note' }))
    form.set('file', new Blob(['A text.'], { type: 'text/plain' }), 'note.txt')
    expect(await host.sendBody('/api/media', form)).toMatchObject({ status: 201, body: { doc: { alt: 'A note', mimeType: 'text/plain' } } })
  })

  it('publishes its own pages when they are due', async () => {
    await project.must('npx', ['payload', 'run', 'schedule.ts'], env())
    const later = () => anyone().get<Docs<StockPage>>('/api/pages', { where: { title: { equals: 'Later' } } })
    await expect.poll(async () => (await later()).body.totalDocs, { interval: 500, timeout: 60_000 }).toBe(1)
  })

  it('has the article over REST, GraphQL, search, ninjs and feeds', async () => {
    const { body } = await anyone().get<Docs<{ id: string; headline: string }>>('/api/articles', { depth: 1, where: { search: { like: 'pyongyang lavrov' } } })
    expect(body.docs).toMatchObject([{ slug: 'lavrov-north-korea', section: { name: 'Politics' }, bylines: [{ author: { name: 'CJ journalist' } }, { author: { name: 'HUXIANA' } }] }])
    const [{ headline, id } = { headline: '', id: '' }] = body.docs
    const { data } = await anyone().graphql(`{ Article(id: "${id}") { headline section { name } } Pages(where: { title: { equals: "Two" } }) { totalDocs } }`)
    expect(data).toEqual({ Article: { headline, section: { name: 'Politics' } }, Pages: { totalDocs: 1 } })
    expect((await anyone().get(`/api/articles/${id}/ninjs`)).body).toMatchObject({ altIds: expect.arrayContaining([{ role: 'slug', value: 'lavrov-north-korea' }]) })
    for (const feed of ['/feeds/rss.xml', '/feeds/atom.xml', '/sitemap.xml']) expect((await fetch(app.url + feed)).status, feed).toBe(200)
    expect(await (await fetch(`${app.url}/articles/lavrov-north-korea`)).text()).toContain('HUXIANA')
  })

  it('holds to the public rule and the workflow, with pictures of the project', async () => {
    const draft = { headline: 'Secret of the host', section: await firstOf('sections') }
    const { body: { doc: { id, slug } } } = await host.send<Saved<{ id: string; slug: string }>>('POST', '/api/articles?draft=true', draft)
    expect(slug).toBe('secret-of-the-host')
    expect((await anyone().get(`/api/articles/${id}`)).status).toBe(404)
    expect((await host.send<Saved<{ slug: string }>>('POST', '/api/articles?draft=true', draft)).body.doc.slug).not.toBe(slug)
    expect(await host.send('PATCH', `/api/articles/${id}`, { _status: 'published' })).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('Body') }] } })
    const { body: { docs: [picture] } } = await anyone().get<Docs<Picture>>('/api/media', { where: { alt: { equals: 'a dot' } } })
    if (!picture) throw new Error('There is no picture.')
    const whole = { _status: 'published', body: BODY, bylines: [{ author: await firstOf('authors') }], heroImage: picture.id }
    expect(await host.send('PATCH', `/api/articles/${id}`, whole)).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('Hero image') }] } })
    expect((await host.send('PATCH', `/api/media/${String(picture.id)}`, { credit: 'A host' })).status).toBe(200)
    const note = new FormData()
    note.set('_payload', JSON.stringify({ alt: 'A treaty', credit: 'A host' }))
    note.set('file', new Blob(['A text.'], { type: 'text/plain' }), 'treaty.txt')
    const { body: { doc: treaty } } = await host.sendBody<Saved<Picture>>('/api/media', note)
    expect(await host.send('PATCH', `/api/articles/${id}`, { ...whole, heroImage: treaty.id })).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining('Hero image') }] } })
    expect(await host.send('PATCH', `/api/articles/${id}`, whole)).toMatchObject({ status: 200, body: { doc: { _status: 'published', heroImage: { id: picture.id } } } })
    expect((await anyone().get(`/api/articles/${id}`)).body).toMatchObject({ headline: 'Secret of the host', heroImage: { alt: 'a dot' } })
    const addresses = ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json', `/articles/${slug}`, `/api/articles/${id}/ninjs`, `/api/articles/${id}/jsonld`]
    for (const address of addresses) expect((await fetch(app.url + address)).status, address).toBe(200)
    expect((await host.send('DELETE', `/api/media/${String(picture.id)}`)).status).toBe(409)
    expect((await host.send('PATCH', `/api/articles/${id}`, { pubStatus: 'canceled', note: 'Not so.' })).status).toBe(200)
    expect((await fetch(`${app.url}/articles/${slug}`)).status).toBe(410)
  })

  it('reads copy over HTTP, in a thread of its own', async () => {
    const copy = '---\ntitle: From a file\nsection: World\n---\n\nOne paragraph.\n'
    const response = await fetch(`${app.url}/api/import`, { method: 'POST', headers: { Authorization: `JWT ${host.token}`, 'Content-Type': 'text/markdown' }, body: copy })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('From a file')
    expect((await host.get('/api/articles', { draft: true, where: { headline: { equals: 'From a file' } } })).body).toMatchObject({ totalDocs: 1, docs: [{ _status: 'draft' }] })
  })

  it('leaves a login without a role what the project gives it, and nothing of the newsroom', async () => {
    const { body: { docs: [page] } } = await second.get<Docs<StockPage>>('/api/pages', { limit: 1 })
    expect((await second.send('PATCH', `/api/pages/${String(page?.id)}`, { title: 'Of the second' })).status).toBe(200)
    expect((await second.get('/api/users')).body).toMatchObject({ docs: [{ email: SECOND.email }] })
    expect((await second.send('POST', '/api/articles?draft=true', { headline: 'No' })).status).toBe(403)
    expect((await second.send('POST', '/api/tags', { name: 'No', slug: 'no', kind: 'subject' })).status).toBe(403)
    expect((await second.get('/api/articles', { draft: true, where: { headline: { equals: 'From a file' } } })).body).toMatchObject({ totalDocs: 0 })
    const view = await openPage(browser, app, second.token)
    await view.goto(`${app.url}/admin`)
    await view.getByText('You have no role in the newsroom yet.').waitFor()
    await view.goto(`${app.url}/admin/collections/pages/${String(page?.id)}`)
    await view.locator('#field-title').fill('By the second')
    await view.getByRole('button', { name: 'Publish changes' }).click()
    await view.getByText('successfully').first().waitFor()
    expect((await anyone().get(`/api/pages/${String(page?.id)}`)).body).toMatchObject({ title: 'By the second' })
    await view.context().close()
  })

  it('makes logins with roles', async () => {
    const jonas = { email: 'jonas@example.com', password: 'a password of Jonas', name: 'Jonas', roles: ['journalist'] }
    expect((await host.send('POST', '/api/users', jonas)).status).toBe(201)
    const asJonas = await signInTo(app, jonas)
    expect((await asJonas.send('POST', '/api/tags', { name: 'Theirs', slug: 'theirs', kind: 'subject' })).status).toBe(403)
    expect((await asJonas.send('POST', '/api/articles?draft=true', { headline: 'By Jonas', section: await firstOf('sections') })).status).toBe(201)
  })

  it('shows the desk and an article in a browser', async () => {
    const { body: { headline, id } } = await anyone().get<{ headline: string; id: string }>('/api/articles/by-slug/lavrov-north-korea')
    const page = await openPage(browser, app, host.token)
    await page.goto(`${app.url}/admin`)
    await page.getByRole('heading', { exact: true, name: 'Desk' }).waitFor()
    await page.goto(`${app.url}/admin/collections/articles/${id}`)
    await page.getByText('A Kremlin spokesman told TASS').waitFor()
    await page.locator('#field-headline').fill('Lavrov arrives')
    const newest = () => host.get<{ headline: string }>(`/api/articles/${id}`, { draft: true })
    await expect.poll(async () => (await newest()).body.headline, { timeout: 30_000 }).toBe('Lavrov arrives')
    expect((await anyone().get(`/api/articles/${id}`)).body).toMatchObject({ headline })
    await page.goto(`${app.url}/admin/collections/pages`)
    await page.getByText('Three').waitFor()
    await page.context().close()
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
