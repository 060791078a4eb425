import { hoursFromNow } from '../../../helpers/articles'
import { inGraphql } from '../../../helpers/ids'
import { comesDue } from '../flowActions'
import { agencyCopy, WORDS } from './ground'
import type { Ground, Story } from './ground'

/** Tries a write; the status of the answer, 200 where there is none of HTTP and it was done. */
type Write = (ground: Ground, story: Story) => Promise<number>

const words = { standfirst: WORDS.asked }
const published = { ...words, _status: 'published' as const }

/** A request of REST by an editor. */
function rest(method: string, path: (story: Story) => string, data?: object | ((story: Story) => object), query: object = {}): Write {
  return async ({ editor }, story) => (await editor.send(method, path(story), typeof data === 'function' ? data(story) : data, { ...query })).status
}
const patch = (data: object, query: object = {}) => rest('PATCH', ({ id }) => `/api/articles/${id}`, data, query)
const many = (data: object, query: object = {}): Write => async ({ editor }, { id }) => {
  const { body, status } = await editor.send<{ docs?: unknown[] }>('PATCH', '/api/articles', data, { ...query, where: { id: { equals: id } } })
  return status === 200 && body.docs?.length === 0 ? 404 : status
}
const post = (end: string, data: object = {}, query: object = {}) => rest('POST', ({ id }) => `/api/articles/${id}/${end}`, data, query)

/** A mutation of an article by an editor. */
const mutation = (write: (story: Story) => string): Write => async ({ editor }, story) => {
  const { errors, status } = await editor.graphql(`mutation { ${write(story)} { id } }`)
  if (!errors) return status
  return JSON.stringify(errors).includes('Something went wrong') ? 500 : 400
}
const update = (data: string, more = '') => mutation(({ id }) => `updateArticle(id: "${id}", data: { ${data} }${more})`)

/** What code does; refusals by their status. */
const code = (write: (ground: Ground, story: Story) => Promise<unknown>): Write => async (ground, story) => {
  try {
    await write(ground, story)
    return 200
  } catch (error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  }
}
const local = (data: object, draft?: boolean) =>
  code(({ payload, person }, { id }) => payload.update({ collection: 'articles', id, depth: 0, data, overrideAccess: false, user: person, ...(draft === undefined ? {} : { draft }) }))
const sdk = (data: object, draft?: boolean) => code((ground, { id }) => ground.sdk.update({ collection: 'articles', id, data, ...(draft === undefined ? {} : { draft }) }))

/** Newer copy from its agency. */
const copy = (who: 'editor' | 'ingest', query = '', more: object = {}): Write => async (ground, story) => {
  const { body, status } = await ground[who].sendBody<{ reports?: { outcome: string }[] }>(`/api/import?name=copy.json${query}`, agencyCopy(story, WORDS.asked, more))
  const outcome = body.reports?.[0]?.outcome
  return outcome === 'updated' || outcome === 'withdrawn' ? 200 : status === 200 ? 409 : status
}

/** Old versions, by what they were. */
const versionOf = async ({ payload }: Ground, { id }: Story, which: 'first' | 'last') => {
  const { docs } = await payload.findVersions({ collection: 'articles', depth: 0, limit: 1, sort: which === 'first' ? 'createdAt' : '-createdAt', trash: true, where: { parent: { equals: id } } })
  return docs[0]?.id ?? ''
}
const restore = (which: 'first' | 'last', query: object): Write => async (ground, story) => (await ground.editor.send('POST', `/api/articles/versions/${await versionOf(ground, story, which)}`, {}, { ...query })).status

const restoreByGraphql = (which: 'first' | 'last', more: string): Write => async (ground, story) => {
  const id = await versionOf(ground, story, which)
  return mutation(() => `restoreVersionArticle(id: ${inGraphql(id)}${more})`)(ground, story)
}

/** Another address for what the article names. */
const renamed = (what: 'author' | 'section' | 'tag'): Write => async ({ editor }, story) =>
  (await editor.send('PATCH', `/api/${what}s/${story[what].id}`, { slug: `renamed-${story[what].slug}` })).status

const later = hoursFromNow(3)
const whenDue = (type: string): Write => async (ground, story) => {
  const status = await post('schedule', { type, at: later })(ground, story)
  await comesDue(ground.payload, story.id)
  return status
}
const beside = { draft: true }

/** Writes that do not ask for a change to what readers see. */
export const QUIET: Readonly<Record<string, Write>> = {
  'PATCH draft=true': patch(words, beside),
  'PATCH draft=true, _status draft': patch({ ...words, _status: 'draft' }, beside),
  'PATCH draft=true, _status null': patch({ ...words, _status: null }, beside),
  'PATCH autosave=true': patch(words, { autosave: true, draft: true }),
  'PATCH draft=true, withheld': patch({ ...words, pubStatus: 'withheld' }, beside),
  'PATCH draft=true, canceled': patch({ ...words, pubStatus: 'canceled' }, beside),
  'PATCH draft=true, an embargo': patch({ ...words, embargoUntil: later, note: 'Wait.' }, beside),
  'PATCH draft=true, shown at once': patch({ ...words, pubStatus: 'usable', embargoUntil: null, publishedAt: hoursFromNow(-9), note: 'Go.' }, beside),
  'PATCH draft=true, a slug': patch({ ...words, slug: `moved-${crypto.randomUUID()}` }, beside),
  'PATCH draft=true, a stale revision': patch({ ...words, revision: 0 }, beside),
  'PATCH draft=true, force': patch({ ...words, revision: 0 }, { ...beside, force: true }),
  'PATCH with nothing, draft=true': patch({}, beside),
  'PATCH, a stale revision': patch({ ...words, revision: 0 }),
  'PATCH of many, draft=true': many(words, beside),
  'GraphQL draft: true': update(`standfirst: "${WORDS.asked}"`, ', draft: true'),
  'GraphQL draft: true, canceled': update(`standfirst: "${WORDS.asked}", pubStatus: canceled`, ', draft: true'),
  'the Local API, draft: true': local(words, true),
  'the SDK, draft: true': sdk(words, true),
  'sending it back': patch({ stage: 'draft', note: 'Again.' }, beside),
  'taking it into review': patch({ stage: 'in-review', note: 'Let me see.' }, beside),
  'restoring the first version, draft=true': restore('first', beside),
  'GraphQL restoring, draft: true': restoreByGraphql('last', ', draft: true'),
  'the SDK restoring, draft: true': code(async (ground, story) => ground.sdk.restoreVersion({ collection: 'articles', id: await versionOf(ground, story, 'first'), draft: true })),
  'scheduling it to publish': post('schedule', { type: 'publish', at: later }),
  'scheduling it to unpublish': post('schedule', { type: 'unpublish', at: later }),
  'taking it off the schedule': rest('DELETE', ({ id }) => `/api/articles/${id}/schedule`),
  'running jobs before their time': code(({ payload }) => payload.jobs.run({ allQueues: true })),
  'a copy': post('duplicate'),
  'GraphQL, a copy': mutation(({ id }) => `duplicateArticle(id: "${id}", data: {})`),
  'sharing it': rest('POST', () => '/api/share-links', ({ id }) => ({ article: id })),
  'opening it': code(({ payload, editor }, { id }) => payload.db.create({ collection: 'payload-locked-documents', data: { document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: editor.id } }, req: {} })),
  'closing it for whoever has it open': rest('DELETE', () => '/api/payload-locked-documents', undefined, { where: { 'document.relationTo': { equals: 'articles' } } }),
  'another slug of its section': renamed('section'),
  'its own names: another slug of its tag': renamed('tag'),
  'its own names: another slug of its author': renamed('author'),
  'its own names: trashing a hidden relation': rest('PATCH', ({ related }) => `/api/articles/${related}`, { deletedAt: hoursFromNow(0) }),
  'its own names: deleting a hidden relation': async ({ admin }, { related }) => (await admin.send('DELETE', `/api/articles/${related}`)).status,
  'its own names: deleting its tag, which is in use': async ({ admin }, { tag }) => (await admin.send('DELETE', `/api/tags/${tag.id}`)).status,
  'agency: newer copy by a key': copy('ingest'),
  'agency: newer copy by an editor': copy('editor'),
  'agency: newer copy by an editor as a draft': copy('editor', '&onConflict=draft'),
  'agency: a dry run that would publish': copy('editor', '&publish=true&dryRun=true'),
  'agency: a kill by a key': copy('ingest', '', { pubStatus: 'canceled' }),
}

/** Writes that say nothing of publication and are made to what readers have. */
export const PLAIN: Readonly<Record<string, Write>> = {
  PATCH: patch(words),
  'PATCH draft=false': patch(words, { draft: false }),
  'PATCH _status null': patch({ ...words, _status: null }),
  'PATCH of many': many(words),
  GraphQL: update(`standfirst: "${WORDS.asked}"`),
  'the Local API': local(words),
  'the SDK': sdk(words),
}

/** Writes that ask for a change to what readers see. */
export const LOUD: Readonly<Record<string, Write>> = {
  'PATCH published': patch(published),
  'PATCH draft=true, published': patch(published, beside),
  'PATCH of many, published': many(published),
  'GraphQL published': update(`standfirst: "${WORDS.asked}", _status: published`),
  'the Local API, published': local(published),
  'the SDK, published': sdk(published),
  'PATCH published, withheld': patch({ ...published, pubStatus: 'withheld' }),
  'PATCH published, an embargo': patch({ ...published, embargoUntil: later, note: 'Wait.' }),
  'PATCH published, usable at once': patch({ ...published, pubStatus: 'usable', embargoUntil: null, publishedAt: hoursFromNow(-1), note: 'Go.' }),
  'PATCH published, canceled': patch({ ...published, pubStatus: 'canceled' }),
  'PATCH canceled': patch({ pubStatus: 'canceled', notice: 'It is wrong.' }),
  'PATCH of many, canceled': many({ pubStatus: 'canceled', notice: 'It is wrong.' }),
  'GraphQL canceled': update('pubStatus: canceled, notice: "It is wrong."'),
  'PATCH withheld': patch({ pubStatus: 'withheld' }),
  'PATCH unpublished': patch({ _status: 'draft' }),
  'PATCH of many, unpublished': many({ _status: 'draft' }),
  'GraphQL unpublished': update('_status: draft'),
  withdraw: post('withdraw', { notice: 'It is wrong.' }),
  unpublish: post('unpublish'),
  'a publication that comes due': whenDue('publish'),
  'an end that comes due': whenDue('unpublish'),
  'what it waits for': code(({ payload }, { id }) => comesDue(payload, id)),
  'restoring the first version': restore('first', {}),
  'GraphQL restoring': restoreByGraphql('first', ''),
  'the Local API restoring': code(async (ground, story) => ground.payload.restoreVersion({ collection: 'articles', id: await versionOf(ground, story, 'first'), depth: 0, overrideAccess: false, user: ground.person })),
  trash: patch({ deletedAt: hoursFromNow(0) }),
  'trash draft=true': patch({ deletedAt: hoursFromNow(0) }, beside),
  'GraphQL trash': update(`deletedAt: "${hoursFromNow(0)}"`, ', draft: true'),
  'trash many': many({ deletedAt: hoursFromNow(0) }),
  untrash: patch({ deletedAt: null }, { trash: true }),
  'untrash draft=true': patch({ deletedAt: null }, { draft: true, trash: true }),
  'untrash published': patch({ ...published, deletedAt: null }, { trash: true }),
  delete: async ({ admin }, { id }) => (await admin.send('DELETE', `/api/articles/${id}`, undefined, { trash: true })).status,
  'PATCH published, a slug': rest('PATCH', ({ id }) => `/api/articles/${id}`, ({ slug }) => ({ ...published, slug: `moved-${slug}` })),
  'agency: newer copy, published': copy('editor', '&publish=true'),
  'agency: a kill by an editor': copy('editor', '', { pubStatus: 'canceled' }),
}

