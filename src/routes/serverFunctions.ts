import { handleServerFunctions as handleWithPayload } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import { APIError, createLocalReq, getPayload } from 'payload'
import type { CollectionSlug, ImportMap, Payload, SanitizedConfig, ServerFunction, ServerFunctionClientArgs } from 'payload'
import { schedulePublish } from '../../collections/Articles/schedule/adminFunction'
import { ownAmong } from '../access/locks'
import { currentOptions } from '../options/current'
import { isJoined, isNewsrooms } from '../options/ofNewsroom'
import { loginOf, personOf } from '../access/person'
import { hasRole } from '../articles/roles'
import { slugs } from '../options/slugs'
import { noteServerCall } from '../security/serverCalls'
import type { User } from '../payload-types'
import { isDeeper } from '../text/depth'

/** What the admin UI calls for the newsroom. Payload's others serve locales, folders, widgets and slug fields of its own, of which there are none. */
const CALLED = new Set(['form-state', 'get-upcoming-scheduled-publish', 'render-document', 'render-document-slots', 'render-list', 'schedule-publish', 'table-state'])

/** How deep the arguments of a call may be: a text takes two levels for each of its nodes, and is in the data of a form. */
const MAX_LEVELS = 180

/** Payload's function for folders, which the newsroom has none of; it names no collection. */
const FOLDERS = 'get-folder-results-component-and-data'

/** Payload's own dashboard calls these, where it is not the desk's. */
const DASHBOARD = ['get-default-layout', 'render-widget']

type Asked = ServerFunctionClientArgs & { config: Promise<SanitizedConfig>; importMap: ImportMap; serverFunctions?: Record<string, ServerFunction> }

/**
 * In place of Payload's `handleServerFunctions`: answers what the admin UI calls on the server, for people who are signed in. Payload leaves it to each function to ask
 * who calls, and some do not. For a project's own collections and globals, any function is called for any of its users.
 *
 * To everybody else, but for the form by which the first user is made, to a call of nothing that there is, and to
 * arguments that a function cannot take, Next answers 404: an error that it does not know would be a failure of the
 * server, and there is none.
 */
export async function handleServerFunctions({ config, importMap, serverFunctions: own, ...asked }: Asked): Promise<unknown> {
  noteServerCall()
  if (!isCall(asked)) notFound()
  const payload = await getPayload({ config, cron: true, importMap })
  const login = loginOf(await payload.auth({ headers: await headers() }))
  // Payload itself shows this form to strangers only while there is no user.
  if (!login && asked.name !== 'form-state') notFound()
  const { args, name } = asked
  if (!isAbout(args, payload) || !mayCall(name, { args, login, own, payload })) notFound()
  const opens = name === 'form-state' && Boolean(args.returnLockStatus)
  const mayLock = !opens || !login || (await mayOpen(args, login, payload))
  const serverFunctions = { ...own, 'schedule-publish': schedulePublish }
  try {
    return await handleWithPayload({ args: mayLock ? args : { ...args, returnLockStatus: false }, config, importMap, name, serverFunctions })
  } catch (error) {
    unstable_rethrow(error)
    if (!isOfArguments(error)) throw error
    payload.logger.warn({ err: error, msg: `The admin UI called ${name} with arguments that it cannot take.` })
    notFound()
  }
}

/** Whether this has the shape of a call of something that the admin UI calls. */
function isCall(asked: unknown): boolean {
  return isRecord(asked) && isRecord(asked.args) && typeof asked.name === 'string' && !isDeeper(asked.args, MAX_LEVELS)
}

/** Payload looks up the collection or the global that a call is about without asking whether there is one. */
function isAbout({ collectionSlug, globalSlug }: Record<string, unknown>, { collections, globals }: Payload): boolean {
  const isKnown = collectionSlug === undefined || (typeof collectionSlug === 'string' && Object.hasOwn(collections, collectionSlug))
  return isKnown && (globalSlug === undefined || globals.config.some(({ slug }) => slug === globalSlug))
}

type Call = { args: Record<string, unknown>; login: User | undefined; own: Record<string, ServerFunction> | undefined; payload: Payload }

/** Whether there is such a function for what a call is about. A login without a role calls nothing of the newsroom's but of its own account and of files. */
function mayCall(name: string, { args: { collectionSlug, globalSlug }, login, own = {}, payload }: Call): boolean {
  const collection = typeof collectionSlug === 'string' ? payload.collections[collectionSlug as CollectionSlug].config : undefined
  if (collection ? !isNewsrooms(collection) : globalSlug !== undefined) return true
  const isOfProject = Object.hasOwn(own, name) || (name === FOLDERS && hasFolders(payload)) || (DASHBOARD.includes(name) && currentOptions().desk === false)
  if (!collection && isOfProject) return login !== undefined
  const isOpen = collection === undefined || isJoined(collection) || collection.slug.startsWith('payload-')
  return CALLED.has(name) && (login === undefined || personOf({ user: login }) !== undefined || isOpen)
}

function hasFolders({ collections, config }: Payload): boolean {
  return config.folders !== false && Object.values(collections).some((collection) => Boolean(collection.config.folders))
}

/**
 * Whether a function failed on what it was given: Payload refuses some of it, and takes the rest for what its own pages
 * send. The errors of databases have names of their own.
 */
function isOfArguments(error: unknown): boolean {
  if (error instanceof APIError) return error.status < 500
  return error instanceof Error && ['Error', 'RangeError', 'SyntaxError', 'TypeError', 'UnauthorizedError'].includes(error.name)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether somebody may keep others from saving a document while they have it open: journalists, of articles, their own. */
async function mayOpen({ collectionSlug, id }: ServerFunctionClientArgs['args'], login: User, payload: Payload): Promise<boolean> {
  if (collectionSlug !== slugs.articles || typeof id !== 'string' || hasRole(login, 'editor')) return true
  const req = await createLocalReq({ user: { ...login, collection: slugs.users } }, payload)
  return (await ownAmong([id], req)).length > 0
}
