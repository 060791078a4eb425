import type { CollectionConfig, Endpoint } from 'payload'

type Marked = Pick<CollectionConfig, 'custom'>

/**
 * The same collection, marked as one of the newsroom's. Our rules of what a request may say hold for these, and leave the
 * project's own collections as the project means them.
 */
export function ofNewsroom<Collection extends Marked>(collection: Collection): Collection {
  return { ...collection, custom: { ...collection.custom, isNewsrooms: true } }
}

/** The project's own users or media, marked as used by the newsroom: our rules hold here, too, but the project keeps the files. */
export function joined<Collection extends Marked>(collection: Collection): Collection {
  return { ...collection, custom: { ...collection.custom, isJoined: true } }
}

/** Whether a collection is one of the newsroom's, or Payload's own. */
export function isNewsrooms({ custom, slug }: Marked & { slug: string }): boolean {
  return custom?.isNewsrooms === true || isJoined({ custom }) || slug.startsWith('payload-')
}

/** Whether a collection is one that the project had, and that the newsroom uses. */
export function isJoined({ custom }: Marked): boolean {
  return custom?.isJoined === true
}

/** The same endpoint, marked as made by the project. */
export function ofProject(endpoint: Endpoint): Endpoint {
  return { ...endpoint, custom: { ...endpoint.custom, isProjects: true } }
}

type Addresses = { collections: readonly (Marked & { slug: string })[]; endpoints?: readonly Pick<Endpoint, 'custom' | 'path'>[]; globals?: readonly { slug: string }[] }

/**
 * Whether an address below `/api` leads to what the project made: a collection, a global, or an endpoint.
 *
 * @param segments those of the address; all globals are the project's
 */
export function isProjects([room, name]: readonly string[], { collections, endpoints = [], globals = [] }: Addresses): boolean {
  const collection = collections.find(({ slug }) => slug === room)
  if (collection) return !isNewsrooms(collection)
  return (room === 'globals' && globals.some(({ slug }) => slug === name)) || endpoints.some(({ custom, path }) => custom?.isProjects === true && path.split('/')[1] === room)
}
