import type { CollectionConfig } from 'payload'
import { flattenTopLevelFields } from 'payload/shared'
import type { CollectionName } from '../options/slugs'

/** Fields that the newsroom reads or writes, beside those that each collection requires. */
const NEEDED: Partial<Readonly<Record<CollectionName, readonly string[]>>> = {
  articles: ['body', 'bylines', 'corrections', 'embargoUntil', 'firstPublishedAt', 'note', 'pubStatus', 'publishedAt', 'revision', 'saves', 'section', 'source', 'stage', 'tags'],
  users: ['author', 'roles'],
}

/** What an override removes that the newsroom needs; one line each, to follow the name of the option. */
export function overrideFaults(name: CollectionName, ours: CollectionConfig, theirs: CollectionConfig): string[] {
  const left = namesIn(theirs)
  const required = flattenTopLevelFields(ours.fields).flatMap((field) => ('name' in field && 'required' in field && field.required === true ? [field.name] : []))
  const faults = [...new Set([...required, ...(NEEDED[name] ?? [])])].map((field) => namesIn(ours).has(field) && !left.has(field) && `removes the field "${field}": leave it in, as in fields: [...defaultCollection.fields, …].`)
  return [
    ...faults,
    left.has('id') && !namesIn(ours).has('id') && 'has a field "id": leave it out, for the newsroom makes ids.',
    ours.trash === true && theirs.trash !== true && 'turns the trash off: leave it on (trash: true).',
    !hasDraftsOf(theirs.versions, ours.versions) && 'changes drafts: write versions: { ...defaultCollection.versions, … } without drafts.',
  ].filter((fault) => fault !== false)
}

function namesIn({ fields }: CollectionConfig): Set<string> {
  return new Set(flattenTopLevelFields(fields).flatMap((field) => ('name' in field && field.name ? [field.name] : [])))
}

/** Whether what the newsroom needs of drafts stays on. */
function hasDraftsOf(theirs: CollectionConfig['versions'], ours: CollectionConfig['versions']): boolean {
  const ofOurs = typeof ours === 'object' && typeof ours.drafts === 'object' ? ours.drafts : undefined
  if (!ofOurs) return true
  const ofTheirs = typeof theirs === 'object' && typeof theirs.drafts === 'object' ? theirs.drafts : {}
  return Boolean(ofTheirs.autosave) && Boolean(ofTheirs.schedulePublish) && ofTheirs.validate !== true
}
