import sharp from 'sharp'
import type { Payload } from 'payload'
import { aProgram } from '../../helpers/apiClients'
import { aBody, hoursFromNow } from '../../helpers/articles'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

/** The collections of the table. */
export type Slug = 'api-clients' | 'article-events' | 'articles' | 'authors' | 'import-items' | 'imports' | 'media' | 'payload-jobs' | 'payload-kv' | 'payload-locked-documents' | 'redirects' | 'sections' | 'share-links' | 'tags' | 'users'

/** A document to try something on, belonging to `owner`, or to nobody in particular. */
type Maker = (owner: Colleague | undefined) => Promise<string>

/** What is needed to try the operations on a collection. */
export type Sample = {
  /** As GraphQL names it: one, many, one to create. */
  names: { one: string; many: string }
  make: Maker
  /** Data to create one with, new each time. */
  fresh: () => Record<string, unknown>
  /** A file to upload with it, where it is one. */
  file?: () => Promise<Buffer>
  /** A change that anybody who may change one at all may make. */
  change: Record<string, unknown>
}

let counter = 0
const unique = (): string => {
  counter += 1
  return `n${counter}`
}

/** Everything the table is tried on. */
export async function makeSamples({ payload, url }: TestNewsroom): Promise<Record<Slug, Sample>> {
  const local = { depth: 0, overrideAccess: true } as const
  const section = (await payload.create({ ...local, collection: 'sections', data: { name: 'World', slug: 'world' } })).id
  const desk = (await payload.create({ ...local, collection: 'authors', data: { name: 'The desk', slug: '', role: 'editor' } })).id
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer()
  const article = () => ({ headline: `Story ${unique()}`, body: aBody('Words.'), section, language: 'en', pubStatus: 'usable' as const, stage: 'draft' as const })
  const strangers = await payload.create({ ...local, collection: 'articles', data: { ...article(), slug: '' }, draft: true })
  const login = { name: 'Ed', email: `${crypto.randomUUID()}@newsroom.test`, password: crypto.randomUUID(), roles: ['editor' as const] }
  const user = { ...(await payload.create({ ...local, collection: 'users', data: login })), collection: 'users' as const }

  return {
    articles: {
      names: { one: 'Article', many: 'Articles' },
      fresh: () => ({ ...article(), slug: '', bylines: [{ author: desk, role: 'editor' }] }),
      change: { standfirst: 'Changed' },
      make: async (owner) => {
        const bylines = [{ author: owner?.byline ?? desk, role: 'reporter' as const }]
        return (await payload.create({ ...local, collection: 'articles', data: { ...article(), slug: '', bylines }, draft: true })).id
      },
    },
    'article-events': {
      names: { one: 'ArticleEvent', many: 'ArticleEvents' },
      fresh: () => ({ kind: 'stage', who: 'Somebody' }),
      change: { who: 'Somebody else' },
      make: async (owner) => {
        const bylines = [{ author: owner?.byline ?? desk, role: 'reporter' as const }]
        const { id } = await payload.create({ ...local, collection: 'articles', data: { ...article(), slug: '', bylines }, draft: true })
        return (await payload.create({ ...local, collection: 'article-events', data: { article: id, kind: 'stage', who: 'Eve' } })).id
      },
    },
    'api-clients': {
      names: { one: 'ApiClient', many: 'ApiClients' },
      fresh: () => ({ name: `Program ${unique()}` }),
      change: { name: 'Changed' },
      make: async () => (await aProgram({ payload, url }, [])).id,
    },
    imports: {
      names: { one: 'Import', many: 'Imports' },
      fresh: () => ({ startedAt: new Date().toISOString(), status: 'done', via: 'http' }),
      change: { status: 'running' },
      make: () => makeRun(payload),
    },
    'import-items': {
      names: { one: 'ImportItem', many: 'ImportItems' },
      fresh: () => ({ file: 'copy.txt', outcome: 'created' }),
      change: { file: 'changed.txt' },
      make: async () => {
        const data = { run: await makeRun(payload), file: 'copy.txt', outcome: 'created' as const }
        return (await payload.create({ ...local, collection: 'import-items', data })).id
      },
    },
    authors: {
      names: { one: 'Author', many: 'Authors' },
      fresh: () => ({ name: `Author ${unique()}`, slug: '', role: 'journalist' }),
      change: { bio: 'Changed' },
      make: async (owner) => {
        const data = { name: `Author ${unique()}`, slug: '', role: 'journalist' as const, user: owner?.id ?? null }
        return (await payload.create({ ...local, collection: 'authors', data })).id
      },
    },
    media: {
      names: { one: 'Media', many: 'allMedia' },
      fresh: () => ({ alt: 'A red square', credit: 'Dateline' }),
      file: () => Promise.resolve(picture),
      change: { caption: 'Changed' },
      make: (owner) => makePicture(payload, picture, owner),
    },
    'payload-jobs': {
      names: PAYLOADS_OWN,
      fresh: () => ({ taskSlug: 'schedulePublish', input: {} }),
      change: { hasError: true },
      make: async () => String((await payload.jobs.queue({ task: 'schedulePublish', input: { type: 'publish' }, waitUntil: new Date(hoursFromNow(9)) })).id),
    },
    'payload-kv': {
      names: PAYLOADS_OWN,
      fresh: () => ({ key: unique(), data: {} }),
      change: { data: { changed: true } },
      make: async () => String((await payload.db.create({ collection: 'payload-kv', data: { key: unique(), data: {} }, req: {} })).id),
    },
    'payload-locked-documents': {
      names: PAYLOADS_OWN,
      fresh: () => ({ document: { relationTo: 'articles', value: strangers.id }, user: { relationTo: 'users', value: user.id } }),
      change: {},
      make: async (owner) => {
        const bylines = [{ author: owner?.byline ?? desk, role: 'reporter' as const }]
        const { id } = await payload.create({ ...local, collection: 'articles', data: { ...article(), slug: '', bylines }, draft: true })
        const data = { document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: user.id } }
        return String((await payload.db.create({ collection: 'payload-locked-documents', data, req: {} })).id)
      },
    },
    redirects: {
      names: { one: 'Redirect', many: 'Redirects' },
      fresh: aRedirect,
      change: { to: { url: '/elsewhere' } },
      make: async () => (await payload.create({ ...local, collection: 'redirects', data: aRedirect() })).id,
    },
    sections: {
      names: { one: 'Section', many: 'Sections' },
      fresh: () => ({ name: `Section ${unique()}`, slug: '' }),
      change: { description: 'Changed' },
      make: async () => (await payload.create({ ...local, collection: 'sections', data: { name: `Section ${unique()}`, slug: '' } })).id,
    },
    'share-links': {
      names: { one: 'ShareLink', many: 'ShareLinks' },
      fresh: () => ({ article: strangers.id, expiresAt: hoursFromNow(1) }),
      change: { revoked: true },
      make: async (owner) => {
        const bylines = [{ author: owner?.byline ?? desk, role: 'reporter' as const }]
        const { id } = await payload.create({ ...local, collection: 'articles', data: { ...article(), slug: '', bylines }, draft: true })
        return (await payload.create({ ...local, collection: 'share-links', data: { article: id, expiresAt: hoursFromNow(1) }, user })).id
      },
    },
    tags: {
      names: { one: 'Tag', many: 'Tags' },
      fresh: () => ({ name: `Tag ${unique()}`, slug: '', kind: 'subject' }),
      change: { name: 'Changed' },
      make: async () => (await payload.create({ ...local, collection: 'tags', data: { name: `Tag ${unique()}`, slug: '', kind: 'subject' } })).id,
    },
    users: {
      names: { one: 'User', many: 'Users' },
      fresh: () => ({ name: 'New', email: `${crypto.randomUUID()}@newsroom.test`, password: crypto.randomUUID(), roles: ['journalist'] }),
      change: { name: 'Changed' },
      make: async (owner) => owner?.id ?? (await hire({ payload, url }, 'journalist', `Somebody ${unique()}`)).id,
    },
  }
}

/** What Payload keeps for itself has no names in GraphQL. */
const PAYLOADS_OWN = { one: '', many: '' }

function aRedirect() {
  return { from: `/old-${unique()}`, to: { type: 'custom' as const, url: '/new' } }
}

async function makeRun(payload: Payload): Promise<string> {
  const data = { startedAt: new Date().toISOString(), status: 'done' as const, via: 'http' as const }
  return (await payload.create({ collection: 'imports', data, depth: 0, overrideAccess: true })).id
}

async function makePicture(payload: Payload, data: Buffer, owner: Colleague | undefined): Promise<string> {
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: 'A red square', credit: 'Dateline' },
    file: { data, mimetype: 'image/png', name: `${unique()}.png`, size: data.length },
    overrideAccess: true,
  })
  // Whose it is comes from who makes it: set as the database has it.
  await payload.db.updateOne({ collection: 'media', id, data: { createdBy: owner?.id ?? null }, req: {} })
  return id
}
