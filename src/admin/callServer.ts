import config from '@payload-config'
import { handleServerFunctions } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { createLocalReq, getPayload, UnauthorizedError } from 'payload'
import type { ImportMap, Payload, ServerFunctionClientArgs } from 'payload'
import { schedulePublish } from '../../collections/Articles/schedule/adminFunction'
import { ownAmong } from '../access/locks'
import { personOf } from '../access/person'
import { hasRole } from '../access/roles'
import type { User } from '../payload-types'

/**
 * Answers what the admin UI calls on the server, for people who are signed in. Payload leaves it to each function to ask
 * who calls, and some do not.
 *
 * @throws UnauthorizedError to everybody else, but for the form by which the first user is made
 */
export async function callServer(asked: ServerFunctionClientArgs, importMap: ImportMap): Promise<unknown> {
  const payload = await getPayload({ config, cron: true, importMap })
  const person = personOf(await payload.auth({ headers: await headers() }))
  // Payload itself shows this form to strangers only while there is no user.
  if (!person && asked.name !== 'form-state') throw new UnauthorizedError()
  const { args, name } = asked
  const opens = name === 'form-state' && Boolean(args.returnLockStatus)
  const mayLock = !opens || !person || (await mayOpen(args, person, payload))
  const serverFunctions = { 'schedule-publish': schedulePublish }
  return handleServerFunctions({ args: mayLock ? args : { ...args, returnLockStatus: false }, config, importMap, name, serverFunctions })
}

/** Whether somebody may keep others from saving a document while they have it open: journalists, of articles, their own. */
async function mayOpen({ collectionSlug, id }: ServerFunctionClientArgs['args'], person: User, payload: Payload): Promise<boolean> {
  if (collectionSlug !== 'articles' || typeof id !== 'string' || hasRole(person, 'editor')) return true
  const req = await createLocalReq({ user: { ...person, collection: 'users' } }, payload)
  return (await ownAmong([id], req)).length > 0
}
