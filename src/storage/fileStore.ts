import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig, SanitizedCollectionConfig } from 'payload'

/** The hooks by which a plugin keeps the files of a collection elsewhere than on the disk. */
export type FileStore = { put: CollectionAfterChangeHook; remove: CollectionAfterDeleteHook }

/** The collection, which says how its files are stored. */
export function withFileStore<Collection extends Pick<CollectionConfig, 'custom'>>(collection: Collection, store: FileStore): Collection {
  return { ...collection, custom: { ...collection.custom, fileStore: store } }
}

/** How the files of a collection are stored where that is not the disk; undefined where nothing of it is known. */
export function fileStoreOf({ custom, hooks }: Pick<SanitizedCollectionConfig, 'custom' | 'hooks'>): FileStore | undefined {
  const noted: unknown = custom?.fileStore
  if (isFileStore(noted)) return noted
  // Of a plugin of the project: all of Payload's put the same two hooks there, and say nowhere which they are.
  const put = hooks.afterChange.find((hook) => String(hook).includes('.handleUpload('))
  const remove = hooks.afterDelete.find((hook) => String(hook).includes('.handleDelete('))
  return put && remove && { put, remove }
}

function isFileStore(value: unknown): value is FileStore {
  return typeof value === 'object' && value !== null && 'put' in value && 'remove' in value
}
