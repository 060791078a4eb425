import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBody, hoursFromNow } from '../../helpers/articles'
import type { Written } from '../../helpers/articles'
import { inGraphql } from '../../helpers/ids'
import { openNewsroom } from '../../helpers/newsroom'
import type { Media } from '../../../src/payload-types'
import { aPicture, layOut, pictureForm, SECRET, untouchable } from './attackGround'
import type { Ground } from './attackGround'

/** What came back, as it came. */
type Said = { status: number; text: string }

let ground: Ground
beforeAll(async () => {
  ground = await layOut(await openNewsroom())
})
afterAll(() => ground.newsroom.close())

/** Sends something as the attacker. */
async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Said> {
  const isForm = body instanceof FormData
  const sent = body === undefined ? null : isForm || typeof body === 'string' ? body : JSON.stringify(body)
  const type: Record<string, string> = body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }
  const response = await fetch(ground.newsroom.url + path, { method, body: sent, headers: { ...type, ...ground.mallory.headers, ...headers }, redirect: 'manual' })
  return { status: response.status, text: await response.text() }
}

const graphql = (query: string, variables: object = {}) => send('POST', '/api/graphql', { query, variables })

/** One after the other, so that each stands alone. */
async function all(...tries: (() => Promise<Said>)[]): Promise<Said[]> {
  const said: Said[] = []
  for (const each of tries) said.push(await each())
  return said
}

const QUERIES = ['', '?draft=true', '?autosave=true&draft=false', '?publishAllLocales=true', '?unpublishAllLocales=true&force=true', '?publishSpecificLocale=en&draft=true', '?overrideAccess=true&overrideLock=true&trash=true']
const PUBLISHED = [{ _status: 'published' }, { _status: ['published'] }, { _status: { en: 'published' }, version: { _status: 'published' } }]

/** Articles that are the attacker's own, in some way. */
const own = () => [ground.articles.mine, ground.articles.underMyByline, ground.articles.embargoed, ground.articles.withdrawn, ground.articles.submitted]
const theirs = () => [ground.articles.others, ground.articles.othersPublic]
const everyArticle = () => [...own(), ...theirs()]

/** Every attack, by what it tries; all of them are to fail in the same way: nothing happens, and nothing is told. */
const ATTACKS: Record<string, () => Promise<Said[]>> = {
  'publish by making an article': () =>
    all(
      ...QUERIES.flatMap((query) => PUBLISHED.map((status) => () => send('POST', `/api/articles${query}`, { headline: 'Out', section: ground.section, body: aBody('Out.'), bylines: [{ author: ground.mallory.byline, role: 'reporter' }], publishedAt: hoursFromNow(-1), ...status }))),
    ),
  'publish by changing one': () =>
    all(...own().flatMap((id) => QUERIES.flatMap((query) => [...PUBLISHED, { headline: 'Rewritten', stage: 'ready', _status: 'draft' }].map((data) => () => send('PATCH', `/api/articles/${id}${query}`, data))))),
  'publish many at once': () =>
    all(
      ...['where[id][exists]=true', `where[id][in]=${own().join()}`, 'where[or][0][_status][equals]=draft', ''].flatMap((where) =>
        ['', '&autosave=true&draft=false&trash=true'].flatMap((more) => [() => send('PATCH', `/api/articles?${where}${more}`, { _status: 'published' }), () => send('PATCH', `/api/articles?${where}${more}`, { headline: 'Taken' }), () => send('DELETE', `/api/articles?${where}${more}`)]),
      ),
    ),
  'publish under another method, form or encoding': () =>
    all(
      ...own().flatMap((id) => [
        ...['PATCH', 'PUT', 'DELETE'].map((method) => () => send('POST', `/api/articles/${id}`, { _status: 'published' }, { 'X-HTTP-Method-Override': method, 'X-Payload-HTTP-Method-Override': method })),
        () => send('PUT', `/api/articles/${id}`, { _status: 'published' }),
        () => send('POST', `/api/articles/${id}?_method=PATCH`, { _status: 'published' }),
        () => send('PATCH', `/api/articles/${id}?data=${encodeURIComponent('{"_status":"published"}')}`),
        () => send('PATCH', `/api/articles/${id}`, '_status=published', { 'Content-Type': 'application/x-www-form-urlencoded' }),
        () => {
          const form = new FormData()
          form.set('_payload', JSON.stringify({ _status: 'published' }))
          return send('PATCH', `/api/articles/${id}?draft=false`, form)
        },
      ]),
    ),
  'publish through GraphQL': () =>
    all(
      () => graphql('mutation { createArticle(data: { headline: "Out", slug: "", language: "en", stage: draft, pubStatus: usable, _status: published }, draft: false) { id } }'),
      ...own().flatMap((id) => [
        () => graphql('mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }, draft: false, autosave: true) { id } }', { id }),
        () => graphql('mutation ($id: String!) { updateArticle(id: $id, data: { _status: published }, draft: true) { id } }', { id }),
        () => graphql('mutation ($id: String!) { a: updateArticle(id: $id, data: { stage: ready }) { id } b: updateArticle(id: $id, data: { _status: published }) { id } }', { id }),
        () => graphql('mutation ($id: String!) { duplicateArticle(id: $id, data: { headline: "Out", slug: "", language: "en", stage: ready, pubStatus: usable, _status: published }) { id _status } }', { id }),
        () => graphql('mutation ($id: String!) { deleteArticle(id: $id, trash: true) { id } }', { id }),
      ]),
    ),
  'bring back versions, of whatever article': () =>
    all(
      ...ground.versions.flatMap((id) => [
        () => send('POST', `/api/articles/versions/${id}`),
        () => send('POST', `/api/articles/versions/${id}?draft=false`, { _status: 'published' }),
        () => send('POST', `/api/articles/versions/${id}?draft=true`),
        () => graphql(`mutation { restoreVersionArticle(id: ${inGraphql(id)}, draft: false) { id } }`),
      ]),
    ),
  'copy an article into print, or another’s at all': () =>
    all(...everyArticle().flatMap((id) => ['', '?draft=false', '?draft=true', '?depth=3'].map((query) => () => send('POST', `/api/articles/${id}/duplicate${query}`, { _status: 'published', stage: 'ready', embargoUntil: null, createdBy: ground.victim.id })))),
  'have it published later': () =>
    all(
      ...everyArticle().flatMap((id) => [() => send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(1) }), () => send('POST', `/api/articles/${id}/schedule`, { type: 'unpublish', at: hoursFromNow(1) }), () => send('DELETE', `/api/articles/${id}/schedule`)]),
      () => send('POST', '/api/payload-jobs', { taskSlug: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'articles', value: ground.articles.mine } } }),
      () => send('PATCH', '/api/payload-jobs?where[id][exists]=true', { waitUntil: hoursFromNow(-1) }),
      () => send('DELETE', '/api/payload-jobs?where[id][exists]=true'),
      () => send('GET', '/api/payload-jobs'),
      () => send('GET', '/api/payload-jobs/run?allQueues=true'),
      () => send('GET', '/api/payload-jobs/handle-schedules'),
      () => graphql('{ PayloadJobs { docs { id input } } }'),
    ),
  'change when, where and whether readers see an article': () =>
    all(...own().flatMap((id) => ['', '?draft=true', '?autosave=true'].map((query) => () => send('PATCH', `/api/articles/${id}${query}`, { slug: 'elsewhere', pubStatus: 'usable', embargoUntil: null, publishedAt: hoursFromNow(-9), firstPublishedAt: null, deletedAt: hoursFromNow(0), corrections: [{ kind: 'correction', text: 'Wrong', correctedAt: hoursFromNow(0) }], notice: 'Gone', source: { text: 'Made up' }, revision: 1, saves: [] })))),
  'forge the revision, or save over others by force': () =>
    all(...everyArticle().flatMap((id) => [0, 999, null, 'x'].flatMap((revision) => [() => send('PATCH', `/api/articles/${id}?draft=true&force=true`, { revision, headline: 'Forced' }), () => send('PATCH', `/api/articles/${id}?autosave=true&force=true`, { revision, saves: [], standfirst: 'Forced' })]))),
  'make another’s work one’s own': () =>
    all(
      ...theirs().flatMap((id) => [
        { bylines: [{ author: ground.mallory.byline, role: 'reporter' }] },
        { createdBy: ground.mallory.id },
        { createdBy: { id: ground.mallory.id }, stage: 'draft', note: 'Mine' },
      ].flatMap((data) => ['', '?draft=true', '?autosave=true'].map((query) => () => send('PATCH', `/api/articles/${id}${query}`, data)))),
      () => send('PATCH', `/api/users/${ground.mallory.id}`, { author: ground.victim.byline, name: 'Mallory' }),
      () => graphql(`mutation ($author: String) { updateUser(id: ${inGraphql(ground.mallory.id)}, data: { author: $author }) { id } }`, { author: ground.victim.byline }),
      () => send('POST', '/api/authors', { name: 'Another me', role: 'journalist', user: ground.mallory.id }),
      () => send('PATCH', `/api/authors/${ground.victim.byline}`, { user: ground.mallory.id, bio: 'Taken', slug: 'mallory' }),
      () => send('PATCH', `/api/authors?where[id][exists]=true`, { user: ground.mallory.id }),
      () => send('PATCH', `/api/authors/${ground.mallory.byline}`, { slug: 'somebody-else', name: 'Vic', role: 'editor', user: null, email: 'vic@newsroom.test', aliases: [{ name: 'Vic' }], importHash: 'x' }),
      () => send('POST', `/api/authors/${ground.victim.byline}/merge`, { into: ground.mallory.byline }),
      () => send('POST', `/api/tags/${ground.tag}/merge`, { into: ground.otherTag }),
    ),
  'share what is another’s': () =>
    all(
      ...theirs().flatMap((article) => [() => send('POST', '/api/share-links', { article, expiresAt: hoursFromNow(1) }), () => send('POST', '/api/share-links', { article, expiresAt: hoursFromNow(1), createdBy: ground.editor.id, tokenHash: 'x', url: 'x' }), () => graphql('mutation ($article: String!, $at: String!) { createShareLink(data: { article: $article, expiresAt: $at }) { id url } }', { article, at: hoursFromNow(1) })]),
      () => send('PATCH', `/api/share-links/${ground.shareLink}`, { revoked: true, expiresAt: hoursFromNow(9) }),
      () => send('DELETE', `/api/share-links/${ground.shareLink}`),
      () => send('GET', '/api/share-links?depth=3'),
      async () => {
        const made = await send('POST', '/api/share-links', { article: ground.articles.mine, expiresAt: hoursFromNow(1) })
        const { doc } = JSON.parse(made.text) as Written<{ id: string; url: string }>
        await send('PATCH', `/api/share-links/${doc.id}`, { article: ground.articles.others, createdBy: ground.editor.id })
        return send('GET', new URL(doc.url).pathname)
      },
    ),
  'read another’s draft, by any address': () =>
    all(
      ...theirs().flatMap((id) =>
        ['', '?draft=true', '?draft=true&depth=3', '?trash=true&draft=true', '?select[note]=true&select[source]=true&draft=true', '?draft=true&populate[articles][body]=true&joins[events][limit]=9', '/ninjs?draft=true', '/jsonld?draft=true', '/key', '/versions'].map((end) => () => send('GET', `/api/articles/${id}${end}`)),
      ),
      ...theirs().flatMap((id) => [() => send('GET', `/preview/articles/${id}`), () => send('GET', `/api/articles/access/${id}`), () => send('POST', `/api/articles/access/${id}`, { _status: 'published' }), () => send('GET', `/api/articles/versions?where[parent][equals]=${id}&depth=3`), () => graphql('query ($id: String!) { Article(id: $id, draft: true) { headline note source { text } events { docs { note } } } docAccessArticle(id: $id) { read { permission } } }', { id })]),
      ...ground.versions.map((id) => () => send('GET', `/api/articles/versions/${id}?depth=3&trash=true`)),
      () => send('GET', `/api/articles/by-slug/${SECRET}-headline?draft=true`).then((said) => ({ ...said, text: said.text.replaceAll(`${SECRET}-headline`, '') })),
      () => send('GET', '/api/desk'),
      () => send('GET', `/api/desk?author=${ground.victim.byline}&mine=false`),
      () => send('GET', `/api/desk?section=${ground.section}`),
    ),
  'read another’s draft through one’s own': () =>
    all(
      ...theirs().flatMap((id) => [
        () => send('PATCH', `/api/articles/${ground.articles.mine}?draft=true&depth=3`, { related: [id] }),
        () => send('GET', `/api/articles/${ground.articles.mine}?draft=true&depth=3&populate[articles][headline]=true&populate[articles][body]=true&populate[articles][note]=true`),
        () => send('PATCH', `/api/articles/${ground.articles.mine}?draft=true&depth=3`, { body: linkingTo(id) }),
        () => send('GET', `/api/articles/${ground.articles.mine}?draft=true&depth=3`),
        () => graphql('query ($id: String!) { Article(id: $id, draft: true) { body(depth: 3) related(draft: true) { headline note standfirst } } }', { id: ground.articles.mine }),
        () => send('GET', `/preview/articles/${ground.articles.mine}`),
        () => send('GET', `/api/articles/${ground.articles.mine}/ninjs?draft=true`),
      ]),
      () => send('PATCH', `/api/articles/${ground.articles.mine}?draft=true`, { related: [], body: aBody('Words.') }),
    ),
  'read what is kept beside the articles': () =>
    all(
      ...['article-events', 'imports', 'import-items', 'users', 'api-clients', 'share-links', 'payload-jobs', 'payload-preferences', 'payload-locked-documents', 'payload-kv', 'payload-migrations', 'redirects', 'authors'].flatMap((slug) =>
        ['?depth=3&limit=100', '?draft=true&trash=true&depth=3', '/count', '/versions', '?where[id][exists]=true&select[password]=true&select[hash]=true&select[keyHash]=true&select[resetPasswordToken]=true', '?sort=email'].map((end) => () => send('GET', `/api/${slug}${end}`)),
      ),
      ...[ground.editor.id, ground.admin].flatMap((id) => ['', '?depth=3', '/access'].map((end) => () => send('GET', `/api/users/${id}${end}`))),
      () => send('GET', `/api/payload-preferences/${SECRET}`).then((said) => ({ ...said, text: said.text.replaceAll(`"${SECRET}"`, '') })),
      () => graphql('{ Users { docs { id name email } } ApiClients { docs { id name } } ShareLinks { docs { id } } }'),
    ),
  'write what is kept beside the articles': () =>
    all(
      ...['article-events', 'imports', 'import-items', 'redirects', 'sections', 'tags', 'authors', 'users', 'api-clients', 'payload-locked-documents', 'payload-kv', 'payload-jobs'].flatMap((slug) => [
        () => send('POST', `/api/${slug}`, { name: 'x', kind: 'stage', who: 'x', from: '/x', to: { url: '/y' }, status: 'done', via: 'http', startedAt: hoursFromNow(0), email: 'x@newsroom.test', password: 'long enough to be one', roles: ['admin'], user: { relationTo: 'users', value: ground.editor.id }, document: { relationTo: 'articles', value: ground.articles.others } }),
        () => send('PATCH', `/api/${slug}?where[id][exists]=true`, { name: 'x', user: { relationTo: 'users', value: ground.mallory.id } }),
        () => send('DELETE', `/api/${slug}?where[id][exists]=true`),
      ]),
      () => send('POST', `/api/payload-preferences/${SECRET}`, { value: { taken: true }, user: { relationTo: 'users', value: ground.editor.id } }).then((said) => ({ ...said, text: '' })),
      () => send('DELETE', `/api/payload-preferences/${SECRET}`).then((said) => ({ ...said, text: '' })),
    ),
  'bring copy in': () => all(() => send('POST', '/api/import', 'A headline\n\nWords.', { 'Content-Type': 'text/plain' }), () => send('POST', '/api/import?publish=true', 'A headline\n\nWords.', { 'Content-Type': 'text/plain' }), () => send('POST', '/api/import?dryRun=true', 'A headline\n\nWords.', { 'Content-Type': 'text/plain' })),
  'become somebody else': () =>
    all(
      ...[{ roles: ['admin'] }, { roles: 'admin' }, { roles: { 0: 'admin' } }, { role: 'admin' }, { collection: 'api-clients' }, { id: ground.admin, roles: ['admin'] }].flatMap((data) => [
        () => send('PATCH', `/api/users/${ground.mallory.id}`, data),
        () => send('PATCH', '/api/users/me', data),
        () => send('POST', '/api/users/me', data),
        () => send('PATCH', `/api/users?where[id][equals]=${ground.mallory.id}`, data),
        () => send('PATCH', `/api/users/${ground.editor.id}`, data),
      ]),
      () => graphql(`mutation { updateUser(id: ${inGraphql(ground.mallory.id)}, data: { roles: [admin] }) { id roles } }`),
      () => send('POST', '/api/users/first-register', { email: 'x@newsroom.test', password: 'long enough to be one', name: 'x', roles: ['admin'] }),
      () => send('POST', '/api/users/unlock', { email: 'x@newsroom.test' }),
      () => graphql('mutation { unlockUser(email: "x@newsroom.test") }'),
      () => send('PATCH', `/api/users/${ground.editor.id}`, { password: 'long enough to be one' }),
      () => send('DELETE', `/api/users/${ground.editor.id}`),
      () => send('GET', '/api/articles', undefined, { Authorization: `JWT ${forged(ground.admin)}` }),
      () => send('PATCH', `/api/articles/${ground.articles.mine}`, { _status: 'published' }, { Authorization: `JWT ${forged(ground.admin)}` }),
    ),
  'take over a login by a new password': () =>
    all(
      ...['', null, { $ne: null }, { exists: true }, { not_equals: '' }, ['x'], true].flatMap((token) => [
        () => send('POST', '/api/users/reset-password', { token, password: 'long enough to be one' }),
        () => send('POST', '/api/users/login', { email: token, password: token }),
        () => send('POST', '/api/users/forgot-password', { email: token }),
      ]),
      () => graphql('mutation { resetPasswordUser(token: "", password: "long enough to be one") { token } }'),
    ),
  'take another’s key': () =>
    all(
      () => send('POST', `/api/api-clients/${ground.program.id}/key`),
      () => send('PATCH', `/api/api-clients/${ground.program.id}`, { scopes: ['ingest'], name: 'Mine' }),
      () => send('GET', `/api/api-clients/${ground.program.id}`),
      () => send('GET', '/api/api-clients/me'),
      () => send('GET', '/api/articles?draft=true', undefined, { Authorization: `users API-Key ${ground.program.key}` }),
      () => graphql('mutation { createApiClient(data: { name: "Mine", scopes: [read_drafts] }) { id key } }'),
    ),
  'put a file in the place of another’s': () =>
    all(
      async () => send('PATCH', `/api/media/${ground.picture.id}`, await pictureForm({}, 'mine.png')),
      async () => send('PATCH', '/api/media?where[id][exists]=true', { alt: 'Taken', createdBy: ground.mallory.id }),
      async () => send('POST', '/api/media?overwriteExistingFiles=true', await pictureForm({ filename: ground.picture.filename, createdBy: ground.victim.id }, String(ground.picture.filename))),
      async () => {
        const made = await send('POST', '/api/media', await pictureForm({}, 'mallory.png'))
        const { doc } = JSON.parse(made.text) as Written<Media>
        const pointing = { filename: ground.picture.filename, url: ground.picture.url, thumbnailURL: ground.picture.url, sizes: { thumbnail: { filename: ground.picture.filename, url: ground.picture.url }, card: { filename: '../../dateline.db' } } }
        await send('PATCH', `/api/media/${doc.id}`, pointing)
        await send('PATCH', `/api/media/${doc.id}?overwriteExistingFiles=true`, await pictureForm(pointing, 'again.png'))
        return send('DELETE', `/api/media/${doc.id}`)
      },
      () => send('DELETE', `/api/media/${ground.picture.id}`),
      () => send('POST', `/api/media/paste-url?src=${encodeURIComponent(ground.newsroom.url)}`),
      () => send('GET', `/api/media/paste-url/${ground.picture.id}?src=${encodeURIComponent(ground.newsroom.url)}/api/users/me`),
    ),
}

/** A body whose text leads to an article. */
function linkingTo(value: string): object {
  const link = { type: 'link', version: 3, direction: null, format: '', indent: 0, fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'articles', value } }, children: [{ type: 'text', text: 'there', version: 1, detail: 0, format: 0, mode: 'normal', style: '' }] }
  return { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [{ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0, textStyle: '', children: [link] }] } }
}

/** A token that nobody signed. */
function forged(id: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ id, collection: 'users', roles: ['admin'] })}.`
}

it.each(Object.keys(ATTACKS))('with a journalist’s login nobody can %s', async (name) => {
  const before = await untouchable(ground)
  const said = (await ATTACKS[name]?.()) ?? []
  expect(said.length).toBeGreaterThan(0)
  for (const { status, text } of said) {
    expect(text).not.toContain(SECRET)
    expect(text).not.toMatch(/resetPasswordToken|keyHash|"hash"|"salt"/)
    expect(status, text).toBeLessThan(500)
  }
  expect(await untouchable(ground)).toEqual(before)
})

it('another’s picture is still the one it was', async () => {
  const response = await fetch(new URL(String(ground.picture.url), ground.newsroom.url))
  expect(Buffer.from(await response.arrayBuffer()).equals(await aPicture())).toBe(true)
})

it('there is something to be told, and to be changed', async () => {
  const { body } = await ground.editor.get(`/api/articles/${ground.articles.others}`, { draft: true, depth: 3 })
  expect(JSON.stringify(body)).toContain(SECRET)
  const before = await untouchable(ground)
  expect((await ground.editor.send('PATCH', `/api/articles/${ground.articles.mine}`, { _status: 'published' })).status).toBe(200)
  expect(await untouchable(ground)).not.toEqual(before)
})
