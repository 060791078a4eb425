import { Forbidden } from 'payload'
import type { Access, Endpoint, SanitizedConfig } from 'payload'
import { LOCKS, locksInReach, mayTakeOver, nameEditor } from '../access/locks'
import { nobody } from '../access/nobody'
import { isProgram } from '../access/person'
import { badInputHooks } from '../validation/refuseBadInput'

/** What Payload keeps for people at work: who has what open, and how they like their lists. */
const FOR_PEOPLE = [LOCKS, 'payload-preferences']
const OPERATIONS = ['create', 'delete', 'read', 'update'] as const

/**
 * Holds Payload's own collections to the rules of ours: it makes them after all plugins, and lets anybody with a login
 * into them, programs too.
 */
export function restrictPayloadCollections(config: SanitizedConfig): void {
  for (const collection of config.collections.filter(({ slug }) => slug.startsWith('payload-'))) {
    collection.hooks.beforeOperation.push(...badInputHooks)
    // What somebody opens, the admin UI notes by itself.
    if (collection.slug === LOCKS) Object.assign(collection.access, { create: nobody, delete: locksInReach, read: locksInReach, update: mayTakeOver })
    if (collection.slug === LOCKS) collection.hooks.afterRead.push(nameEditor)
    if (!FOR_PEOPLE.includes(collection.slug)) continue
    for (const operation of OPERATIONS) collection.access[operation] = unlessProgram(collection.access[operation])
    if (collection.endpoints) collection.endpoints = collection.endpoints.map(closedToPrograms)
  }
}

function unlessProgram(access: Access): Access {
  return (args) => !isProgram(args.req) && access(args)
}

function closedToPrograms(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: (req) => {
      if (isProgram(req)) throw new Forbidden(req.t)
      return endpoint.handler(req)
    },
  }
}
