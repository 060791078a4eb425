import type { CollectionConfig, Config } from 'payload'
import { redirects } from '../../collections/Redirects'
import { nobody } from '../access/nobody'
import { ofProject } from '../options/ofNewsroom'
import { isShared } from './hostCollections'

/**
 * The project with the newsroom turned off: its tables stay, so that no migration drops them, and nobody reaches them by
 * any API or the admin UI. Logins and files, which a project shares with the newsroom, go on.
 *
 * @param collections the newsroom's and the project's
 */
export async function withSchemaOnly(config: Config, collections: CollectionConfig[]): Promise<Config> {
  const own = config.collections ?? []
  const result = await redirects({ ...config, collections })
  return {
    ...result,
    endpoints: (config.endpoints ?? []).map(ofProject),
    collections: result.collections?.map((collection) => (isShared(collection.slug) || own.includes(collection) ? collection : closed(collection))),
  }
}

/** The collection with its table, which nobody reaches. */
export function closed({ admin, ...collection }: CollectionConfig): CollectionConfig {
  return {
    ...collection,
    access: { admin: () => false, create: nobody, delete: nobody, read: nobody, readVersions: nobody, unlock: nobody, update: nobody },
    admin: { ...(admin?.useAsTitle ? { useAsTitle: admin.useAsTitle } : {}), hidden: true },
    endpoints: false,
    hooks: {},
  }
}
