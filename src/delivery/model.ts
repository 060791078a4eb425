import type { CollectionConfig, Field, PayloadRequest } from 'payload'

/** What delivery knows of the content model. */
export type Model = {
  /** Collections that readers without a login may read from. */
  collections: readonly string[]
  /** Of these, the ones with uploaded files. */
  uploads: readonly string[]
  /** The collections whose lists appear inside other documents (join fields). */
  joined: readonly string[]
  /** Relation fields by the last part of their name, and the collections they lead to. */
  relations: ReadonlyMap<string, readonly string[]>
}

/** Reads the model from the collections of payload.config.ts. */
export function modelOf(all: readonly CollectionConfig[]): Model {
  const collections = all.filter(mayBePublic)
  const slugs = collections.map(({ slug }) => slug)
  const fields = collections.flatMap((collection) => fieldsIn(collection.fields))
  const relations = new Map<string, readonly string[]>()
  for (const field of fields) {
    const targets = targetsOf(field).filter((slug) => slugs.includes(slug))
    if (targets.length > 0 && 'name' in field && field.name) {
      relations.set(field.name, [...new Set([...(relations.get(field.name) ?? []), ...targets])])
    }
  }
  return {
    collections: slugs,
    uploads: collections.filter(({ upload }) => Boolean(upload)).map(({ slug }) => slug),
    joined: [...new Set(fields.flatMap((field) => (field.type === 'join' ? [field.collection].flat() : [])))],
    relations,
  }
}

/** Whether somebody without a login may read anything of a collection; yes unless its access says no outright. */
function mayBePublic({ access, auth }: CollectionConfig): boolean {
  if (auth) return false
  if (!access?.read) return false
  try {
    const anonymous: Partial<PayloadRequest> = { user: null, headers: new Headers(), query: {}, context: {} }
    return access.read({ req: anonymous as PayloadRequest }) !== false
  } catch {
    return true
  }
}

function targetsOf(field: Field): string[] {
  if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat()
  return field.type === 'join' ? [field.collection].flat() : []
}

/** Every field, those inside groups, rows, tabs, arrays and blocks included. */
function fieldsIn(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsIn(tab.fields))
    if (field.type === 'blocks') return field.blocks.flatMap((block) => fieldsIn(block.fields))
    return 'fields' in field ? [field, ...fieldsIn(field.fields)] : [field]
  })
}
