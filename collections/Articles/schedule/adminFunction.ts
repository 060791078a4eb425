import { APIError } from 'payload'
import type { ServerFunction } from 'payload'
import { schedule, unschedule } from './schedule'

/** What the admin UI's drawer sends; nothing of it is to be trusted. */
type Asked = { date?: unknown; deleteID?: unknown; doc?: { relationTo?: unknown; value?: unknown }; timezone?: unknown; type?: unknown }

type Said = { message: string } | { error: string }

/**
 * Stands in for Payload's own `schedule-publish`, which lets anybody who is signed in schedule anything, and take off
 * what others have scheduled.
 */
export const schedulePublish: ServerFunction<Asked, Promise<Said>> = async ({ date, deleteID, doc, req, timezone, type }) => {
  try {
    if (typeof deleteID === 'string') await unschedule({ job: deleteID }, req)
    else if (doc?.relationTo === 'articles' && typeof doc.value === 'string') {
      await schedule({ article: doc.value, at: date, timezone, type }, req)
    } else return { error: 'Only articles are scheduled.' }
    return { message: req.t('general:success') }
  } catch (error) {
    if (error instanceof APIError && error.status < 500) return { error: error.message }
    throw error
  }
}
