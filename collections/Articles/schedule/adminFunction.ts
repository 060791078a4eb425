import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { APIError } from 'payload'
import type { CollectionSlug, Payload, PayloadRequest, ServerFunction } from 'payload'
import { isNewsrooms } from '../../../src/options/ofNewsroom'
import { slugs } from '../../../src/options/slugs'
import { schedule, unschedule } from './schedule'

/** What the admin UI's drawer sends; nothing of it is to be trusted. */
type Asked = { date?: unknown; deleteID?: unknown; doc?: { relationTo?: unknown; value?: unknown }; global?: unknown; timezone?: unknown; type?: unknown }

type Said = { message: string } | { error: string }

/**
 * Stands in for Payload's own `schedule-publish`, which lets anybody who is signed in schedule anything, and take off
 * what others have scheduled. What a project schedules of its own collections is left to Payload.
 */
export const schedulePublish: ServerFunction<Asked, Promise<Said>> = async (asked) => {
  const { date, deleteID, doc, req, timezone, type } = asked
  // The types of Payload's own say what its pages send.
  if (await isOfProject(asked, req)) return (await schedulePublishHandler(asked as Parameters<typeof schedulePublishHandler>[0])) as Said
  try {
    if (typeof deleteID === 'string' || typeof deleteID === 'number') await unschedule({ job: deleteID }, req)
    else if (doc?.relationTo === slugs.articles && typeof doc.value === 'string') {
      await schedule({ article: doc.value, at: date, timezone, type }, req)
    } else return { error: 'Only articles are scheduled.' }
    return { message: req.t('general:success') }
  } catch (error) {
    if (error instanceof APIError && error.status < 500) return { error: error.message }
    throw error
  }
}

/** Whether a call is about something of the project: what is to be scheduled, or what the job to be taken off is about. */
async function isOfProject({ deleteID, doc, global }: Asked, { payload }: PayloadRequest): Promise<boolean> {
  if (typeof deleteID !== 'string' && typeof deleteID !== 'number') return isProjectDoc(doc, payload) || isProjectGlobal(global, payload)
  const job = await payload.findByID({ collection: 'payload-jobs', id: deleteID, depth: 0, disableErrors: true, overrideAccess: true })
  const input: unknown = job?.input
  return isRecord(input) && (isProjectDoc(input.doc, payload) || isProjectGlobal(input.global, payload))
}

function isProjectDoc(doc: unknown, { collections }: Payload): boolean {
  const slug = isRecord(doc) ? doc.relationTo : undefined
  return typeof slug === 'string' && Object.hasOwn(collections, slug) && !isNewsrooms(collections[slug as CollectionSlug].config)
}

function isProjectGlobal(slug: unknown, { globals }: Payload): boolean {
  return globals.config.some((each) => each.slug === slug)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
