import type { Config } from 'payload'

/** Payload plugin: above every list is said what of its address was not asked for. */
export function noticeOnLists(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      admin: {
        ...collection.admin,
        components: {
          ...collection.admin?.components,
          beforeListTable: ['dateline/client#UnaskedNotice', ...(collection.admin?.components?.beforeListTable ?? [])],
        },
      },
    })),
  }
}
