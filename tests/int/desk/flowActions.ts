import type { Payload } from 'payload'
import { hoursFromNow } from '../../helpers/articles'
import type { Client } from '../../helpers/client'
import type { Action } from './flowModel'

/** The article as it is stored, its newest draft included. */
export function stored(payload: Payload, id: string) {
  return payload.findByID({ collection: 'articles', depth: 0, disableErrors: true, draft: true, id, overrideAccess: true, showHiddenFields: true, trash: true })
}

/** The corrections of an article that readers have seen. */
async function corrections(payload: Payload, id: string): Promise<object[]> {
  const shown = await payload.findByID({ collection: 'articles', depth: 0, disableErrors: true, id, overrideAccess: true, trash: true })
  return shown?.corrections ?? []
}

/** What is asked of the API for an action; the answer's status. */
export async function ask(action: Action, { client, id, payload, slug }: { client: Client; id: string; payload: Payload; slug: string }): Promise<number> {
  const patch = async (data: object, query = {}) => (await client.send('PATCH', `/api/articles/${id}`, data, query)).status
  const draft = (data: object, query = {}) => patch({ note: 'Because.', ...data }, { draft: true, ...query })
  const publish = (data: object) => patch({ note: 'Because.', ...data, _status: 'published' })
  const schedule = async (type: string) => (await client.send('POST', `/api/articles/${id}/schedule`, { type, at: hoursFromNow(2) })).status
  const older = async () => ({ standfirst: 'Written earlier', revision: ((await stored(payload, id))?.revision ?? 1) - 1 })
  switch (action) {
    case 'save':
      return draft({ standfirst: 'Written' })
    case 'save what is stale':
      return draft(await older())
    case 'force what is stale':
      return draft(await older(), { force: true })
    case 'submit':
      return draft({ stage: 'submitted' })
    case 'review':
      return draft({ stage: 'in-review' })
    case 'approve':
      return draft({ stage: 'ready' })
    case 'send back':
      return draft({ stage: 'draft' })
    case 'sneak':
      return draft({ pubStatus: 'withheld', embargoUntil: hoursFromNow(1), publishedAt: hoursFromNow(1), corrections: [{ kind: 'update', text: 'Sneaked in', correctedAt: hoursFromNow(0) }] })
    case 'rename the draft':
      return draft({ slug })
    case 'publish':
      return publish({})
    case 'unpublish':
      return patch({ _status: 'draft' })
    case 'withdraw':
      return publish({ pubStatus: 'canceled' })
    case 'reinstate':
      return publish({ pubStatus: 'usable' })
    case 'embargo':
      return publish({ embargoUntil: hoursFromNow(1) })
    case 'embargo without a word':
      return publish({ embargoUntil: hoursFromNow(3), note: null })
    case 'lift':
      return publish({ embargoUntil: null })
    case 'correct':
      return publish({ corrections: [...(await corrections(payload, id)), { kind: 'correction', text: 'It was not so.', correctedAt: hoursFromNow(0) }] })
    case 'reword':
      return publish({ corrections: (await corrections(payload, id)).map((each) => ({ ...each, text: 'It was never said.' })) })
    case 'take back':
      return publish({ corrections: [] })
    case 'rename':
    case 'rename back':
      return publish({ slug })
    case 'schedule':
      return schedule('publish')
    case 'schedule the end':
      return schedule('unpublish')
    case 'take off':
      return (await client.send('DELETE', `/api/articles/${id}/schedule`)).status
    case 'trash':
      return patch({ deletedAt: hoursFromNow(0), _status: 'draft' })
    case 'untrash':
      return patch({ deletedAt: null, _status: 'draft' }, { trash: true })
    case 'delete':
      return (await client.send('DELETE', `/api/articles/${id}`, undefined, { trash: true })).status
  }
}

/** What an article waits for. */
export async function waiting(payload: Payload, id: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    sort: 'createdAt',
    where: { and: [{ 'input.doc.value': { equals: id } }, { completedAt: { exists: false } }, { hasError: { not_equals: true } }] },
  })
  return docs.map((job) => String(job.id))
}

/** Lets the time come for everything that an article waits for, in order. */
export async function comesDue(payload: Payload, id: string): Promise<void> {
  for (const job of await makeDue(payload, id)) await payload.jobs.run({ allQueues: true, where: { id: { equals: job } } })
}

/** Lets the time come for what an article waits for, as if no server had been running until now; gives the jobs. */
export async function makeDue(payload: Payload, id: string): Promise<string[]> {
  const jobs = await waiting(payload, id)
  for (const job of jobs) await payload.update({ collection: 'payload-jobs', id: job, data: { waitUntil: hoursFromNow(-1) }, overrideAccess: true })
  return jobs
}

/** A version of an article, the oldest being 0, counted around. */
export async function versionOf(payload: Payload, id: string, at: number): Promise<{ id: string; text: string; wasOut: boolean } | undefined> {
  const { docs } = await payload.findVersions({ collection: 'articles', depth: 0, overrideAccess: true, pagination: false, sort: 'createdAt', trash: true, where: { parent: { equals: id } } })
  const version = docs[at % Math.max(docs.length, 1)]
  return version && { id: version.id, text: version.version.standfirst ?? '', wasOut: version.version._status === 'published' }
}
