import { currentOptions } from './current'
import type { NewsroomOptions } from './options'

/** The newsroom's collections whose slugs a project may change, by their names in the options, with the slugs they have otherwise. */
export const DEFAULT_SLUGS = {
  apiClients: 'api-clients',
  articles: 'articles',
  authors: 'authors',
  media: 'media',
  sections: 'sections',
  tags: 'tags',
  users: 'users',
} as const

export type Slugs = typeof DEFAULT_SLUGS

/** A collection of the newsroom, as the options name it. */
export type CollectionName = keyof Slugs

export const COLLECTION_NAMES = Object.keys(DEFAULT_SLUGS) as CollectionName[]

/**
 * The slugs of the newsroom's collections, as the project says them. Ask when a request comes or a config is made, never
 * when a module is loaded: the options are not known by then.
 *
 * Their types are the default slugs. Payload types its functions by the config of this app, which has those.
 */
export const slugs = Object.defineProperties({}, Object.fromEntries(COLLECTION_NAMES.map((name) => [name, { enumerable: true, get: () => slugIn(currentOptions(), name) }]))) as Slugs

/** The name under which the browser finds {@link allSlugs} in the `admin.custom` of Payload's client config. */
export const CLIENT_SLUGS = 'newsroomSlugs'

/** All slugs as they are now. */
export function allSlugs(): Slugs {
  return { ...slugs }
}

/** Which of the newsroom's collections has a slug; undefined for one of the project's or of Payload. */
export function nameOfSlug(slug: string | undefined): CollectionName | undefined {
  return COLLECTION_NAMES.find((name) => slugs[name] === slug)
}

/** What options say of a slug, or what it is otherwise. */
export function slugIn(options: NewsroomOptions, name: CollectionName): string {
  const given = options[name]
  return (given === false ? undefined : given?.slug) ?? DEFAULT_SLUGS[name]
}
