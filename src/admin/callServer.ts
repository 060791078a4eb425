import config from '@payload-config'
import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { APIError, createLocalReq, getPayload } from 'payload'
import type { ImportMap, Payload, ServerFunctionClientArgs } from 'payload'
import { schedulePublish } from '../../collections/Articles/schedule/adminFunction'
import { ownAmong } from '../access/locks'
import { personOf } from '../access/person'
import { hasRole } from '../access/roles'
import { noteServerCall } from '../guard/serverCalls'
import type { User } from '../payload-types'

/**
 * Answers what the admin UI calls on the server, for people who are signed in. Payload leaves it to each function to ask
 * who calls, and some do not.
 *
 * To everybody else, but for the form by which the first user is made, and to a call of nothing that there is, Next
 * answers 404: an error that it does not know would be a failure of the server, and there is none.
 */
export async function callServer(asked: ServerFunctionClientArgs, importMap: ImportMap): Promise<unknown> {
  noteServerCall()
  if (!isCall(asked)) notFound()
  const payload = await getPayload({ config, cron: true, importMap })
  const person = personOf(await payload.auth({ headers: await headers() }))
  // Payload itself shows this form to strangers only while there is no user.
  if (!person && asked.name !== 'form-state') notFound()
  const { args, name } = asked
  const opens = name === 'form-state' && Boolean(args.returnLockStatus)
  const mayLock = !opens || !person || (await mayOpen(args, person, payload))
  const serverFunctions = { 'schedule-publish': schedulePublish }
  try {
    return await handleServerFunctions({ args: mayLock ? args : { ...args, returnLockStatus: false }, config, importMap, name, serverFunctions })
  } catch (error) {
    if (isNoFailure(error)) notFound()
    throw error
  }
}

/** Whether this has the shape of a call; its name is looked up in an object, and is none that every object inherits. */
function isCall(asked: unknown): boolean {
  if (!isRecord(asked) || !isRecord(asked.args)) return false
  return typeof asked.name === 'string' && !Object.hasOwn(Object.prototype, asked.name)
}

/** What Payload refuses, or does not have. */
function isNoFailure(error: unknown): boolean {
  return (error instanceof APIError && error.status < 500) || (error instanceof Error && error.message.startsWith('Unknown Server Function: '))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether somebody may keep others from saving a document while they have it open: journalists, of articles, their own. */
async function mayOpen({ collectionSlug, id }: ServerFunctionClientArgs['args'], person: User, payload: Payload): Promise<boolean> {
  if (collectionSlug !== 'articles' || typeof id !== 'string' || hasRole(person, 'editor')) return true
  const req = await createLocalReq({ user: { ...person, collection: 'users' } }, payload)
  return (await ownAmong([id], req)).length > 0
}
