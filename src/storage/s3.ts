import { APIError } from 'payload'
import type { CollectionAfterChangeHook, CollectionSlug, Config, Plugin } from 'payload'
import { currentOptions } from '../options/current'
import type { StorageOptions } from '../options/options'
import { withoutSlash } from '../text/ends'
import { withFileStore } from './fileStore'

/** Uploads of browsers past this server, which Dateline does not do: they would pass the rules for pictures by, too. */
const CLIENT_UPLOADS = '@payloadcms/storage-s3/client#S3ClientUploadHandler'

/**
 * Payload plugins that keep the files of a collection in an S3-compatible store, where settings name one. Files are read
 * through this server as ever: access rules, headers and kept answers hold. Nothing of Amazon's client is loaded when
 * it is not used.
 *
 * @param serverUrl where this server is reached: Payload fetches a picture from there to cut it again
 */
export async function storage(settings: StorageOptions | undefined, collection: CollectionSlug, serverUrl: string): Promise<Plugin[]> {
  if (!settings) return [mayFetchOwn(collection, serverUrl)]
  const { s3Storage } = await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/storage-s3')
  const { bucket, credentials, endpoint, isPathStyle, region } = settings
  const plugin = s3Storage({
    bucket,
    collections: { [collection]: true },
    config: {
      forcePathStyle: isPathStyle,
      region,
      ...(credentials && { credentials }),
      // Stores that are not Amazon's know no checksums in trailers.
      ...(endpoint !== undefined && { endpoint, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' }),
    },
  })
  return [mayFetchOwn(collection, serverUrl), async (config) => withoutClientUploads(undoFailed(noteStore(await plugin(config), collection), collection))]
}

/** Keeps the hooks by which the plugin stores and deletes files: it puts them last, and has no other way to do either. */
function noteStore(config: Config, slug: CollectionSlug): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => {
      const [put, remove] = [collection.hooks?.afterChange?.at(-1), collection.hooks?.afterDelete?.at(-1)]
      return collection.slug === slug && put && remove ? withFileStore(collection, { put, remove }) : collection
    }),
  }
}

/** Payload refuses to fetch from private addresses, which this server's own may be. */
function mayFetchOwn(slug: CollectionSlug, serverUrl: string): Plugin {
  const { hostname } = new URL(serverUrl)
  return (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      collection.slug === slug && typeof collection.upload === 'object'
        ? { ...collection, upload: { ...collection.upload, skipSafeFetch: [{ hostname, pathname: `${withoutSlash(currentOptions().routes.api)}/${slug}/file/*` }] } }
        : collection,
    ),
  })
}

/** A picture that the store did not take is none, also where no transaction takes it back. */
function undoFailed(config: Config, slug: CollectionSlug): Config {
  const undoing = (hook: CollectionAfterChangeHook): CollectionAfterChangeHook => async (args) => {
    try {
      const result: unknown = await hook(args)
      return result
    } catch (error) {
      const { doc, operation, req } = args
      req.payload.logger.error({ err: error, msg: 'The store of the pictures did not take one' })
      if (operation === 'create') await req.payload.db.deleteOne({ collection: slug, req, where: { id: { equals: doc.id } } })
      throw new APIError('The store of the pictures does not answer: nothing was saved. Try again in a moment.', 503, undefined, true)
    }
  }
  return {
    ...config,
    collections: config.collections?.map((collection) =>
      collection.slug === slug ? { ...collection, hooks: { ...collection.hooks, afterChange: collection.hooks?.afterChange?.map(undoing) ?? [] } } : collection,
    ),
  }
}

/** The plugin puts its part of the admin UI into every config; the admin UI's own list of parts must not hang on a setting. */
function withoutClientUploads(config: Config): Config {
  const { [CLIENT_UPLOADS]: _, ...dependencies } = config.admin?.dependencies ?? {}
  const providers = config.admin?.components?.providers?.filter((provider) => typeof provider !== 'object' || provider.path !== CLIENT_UPLOADS)
  return { ...config, admin: { ...config.admin, dependencies, components: { ...config.admin?.components, ...(providers && { providers }) } } }
}
