import type { Payload } from 'payload'
import { aBody, hoursFromNow } from '../../helpers/articles'

/** Articles by what keeps them from readers, and two that readers see. */
export const STATES = ['draft', 'edited', 'embargoed', 'future', 'open', 'scheduled', 'trashed', 'unpublished', 'withdrawn', 'withheld'] as const
export type State = (typeof STATES)[number]

/** The word that stands in everything that neither readers nor uninvolved journalists may see. */
export const CANARY = 'kanarienvogel'

/** The word that stands in what the desk may see of everybody, and readers may not. */
export const DESK_CANARY = 'kolibri'

/**
 * Makes one article in each state, with the canary in each text that is not public, and links to all from an open one.
 * What was public once is no secret: headline and slug of the withdrawn one, which go out with its withdrawal.
 */
export async function releaseCanaries(payload: Payload): Promise<Record<State, string>> {
  const local = { collection: 'articles', depth: 0, overrideAccess: true } as const
  const section = (await payload.create({ collection: 'sections', data: { name: 'World', slug: '' }, overrideAccess: true })).id
  const desk = await payload.create({
    collection: 'authors',
    data: { name: 'The desk', slug: '', role: 'editor', email: `${DESK_CANARY}@newsroom.test` },
    overrideAccess: true,
  })
  const base = { section, bylines: [{ author: desk.id, role: 'reporter' as const }], language: 'en', slug: '', stage: 'ready' as const }
  const source = { kind: 'wire' as const, text: CANARY, provider: CANARY, guid: CANARY }
  const hidden = {
    ...base,
    headline: `${CANARY} headline`,
    standfirst: `${CANARY} standfirst`,
    body: aBody(`${CANARY} body`),
    dateline: { place: CANARY, text: CANARY },
    meta: { title: CANARY, description: CANARY },
    source,
    note: CANARY,
    pubStatus: 'usable' as const,
    _status: 'published' as const,
  }
  const make = async (data: object) => (await payload.create({ ...local, data: { ...hidden, ...data } })).id
  const begin = async () => (await payload.create({ ...local, data: { ...hidden, _status: 'draft' }, draft: true })).id

  const made = {
    draft: await begin(),
    embargoed: await make({ embargoUntil: hoursFromNow(1) }),
    future: await make({ publishedAt: hoursFromNow(1) }),
    scheduled: await begin(),
    trashed: await make({}),
    unpublished: await make({}),
    withdrawn: await make({ headline: 'Withdrawn headline' }),
    withheld: await make({ pubStatus: 'withheld' }),
  }
  await payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'articles', value: made.scheduled } },
    waitUntil: new Date(hoursFromNow(1)),
  })
  await payload.update({ ...local, id: made.unpublished, data: { _status: 'draft' } })
  await payload.update({ ...local, id: made.withdrawn, data: { pubStatus: 'canceled', notice: 'Gone.', note: CANARY, _status: 'published' } })

  const open = { ...base, headline: 'Open headline', body: aBody('Open body'), pubStatus: 'usable' as const, _status: 'published' as const }
  const edited = (await payload.create({ ...local, data: { ...open, headline: 'As printed', source, note: CANARY } })).id
  await payload.update({ ...local, id: edited, data: { headline: `${CANARY} to come`, standfirst: CANARY, _status: 'draft' }, draft: true })
  const related = [...Object.values(made), edited]
  const { id } = await payload.create({ ...local, data: { ...open, related, source, note: CANARY } })
  await payload.update({ ...local, id: made.trashed, data: { deletedAt: hoursFromNow(0), _status: 'published' } })
  await leaveTraces(payload, made.draft)
  return { ...made, edited, open: id }
}

/** An event, an import and a lock that tell of an article. */
async function leaveTraces(payload: Payload, article: string): Promise<void> {
  const all = { depth: 0, overrideAccess: true } as const
  await payload.create({ ...all, collection: 'article-events', data: { article, kind: 'stage', who: CANARY, note: CANARY } })
  const run = await payload.create({
    ...all,
    collection: 'imports',
    data: { startedAt: hoursFromNow(-1), status: 'done', via: 'command', options: { note: CANARY } },
  })
  const someone = await payload.create({ ...all, collection: 'users', data: { name: CANARY, email: `${CANARY}@newsroom.test`, password: crypto.randomUUID(), roles: ['editor'] } })
  const lock = { document: { relationTo: 'articles', value: article }, user: { relationTo: 'users', value: someone.id } }
  await payload.db.create({ collection: 'payload-locked-documents', data: lock, req: {} })
  await payload.create({ ...all, collection: 'share-links', data: { article, expiresAt: hoursFromNow(1) }, user: { ...someone, collection: 'users' } })
  await payload.create({ ...all, collection: 'api-clients', data: { name: CANARY, scopes: ['read-drafts'] } })
  await payload.create({
    ...all,
    collection: 'import-items',
    data: { run: run.id, article, file: `${CANARY}.txt`, message: CANARY, account: { lines: CANARY }, outcome: 'created' },
  })
}
