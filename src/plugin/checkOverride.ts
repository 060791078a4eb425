import type { CollectionConfig } from 'payload'
import { flattenTopLevelFields } from 'payload/shared'
import type { CollectionName } from '../options/slugs'

/** What the rules of the newsroom are about, beside the fields that each collection requires. */
const NEEDED: Partial<Readonly<Record<CollectionName, readonly string[]>>> = {
  articles: ['body', 'bylines', 'corrections', 'embargoUntil', 'firstPublishedAt', 'note', 'pubStatus', 'publishedAt', 'revision', 'saves', 'section', 'source', 'stage', 'tags'],
  users: ['author', 'roles'],
}

/** What an override takes away that the newsroom cannot do without; one line each, without the name of the option. */
export function overrideFaults(name: CollectionName, ours: CollectionConfig, theirs: CollectionConfig): string[] {
  const left = namesIn(theirs)
  const required = flattenTopLevelFields(ours.fields).flatMap((field) => ('name' in field && 'required' in field && field.required === true ? [field.name] : []))
  const faults = [...new Set([...required, ...(NEEDED[name] ?? [])])].map((field) => namesIn(ours).has(field) && !left.has(field) && `takes the field "${field}" away: keep it in fields, as in fields: [...defaultCollection.fields, …].`)
  return [
    ...faults,
    left.has('id') && !namesIn(ours).has('id') && 'has a field "id": leave it out, for the newsroom makes ids.',
    ours.trash === true && theirs.trash !== true && 'turns the trash off: leave it on (trash: true).',
    !keepsDrafts(ours.versions, theirs.versions) && 'changes how drafts are kept: write versions: { ...defaultCollection.versions, … } and leave drafts as they are.',
  ].filter((fault) => fault !== false)
}

function namesIn({ fields }: CollectionConfig): Set<string> {
  return new Set(flattenTopLevelFields(fields).flatMap((field) => ('name' in field && field.name ? [field.name] : [])))
}

/** Whether each part of drafts that is on stays on. */
function keepsDrafts(ours: CollectionConfig['versions'], theirs: CollectionConfig['versions']): boolean {
  const ofOurs = typeof ours === 'object' && typeof ours.drafts === 'object' ? ours.drafts : undefined
  if (!ofOurs) return true
  const ofTheirs = typeof theirs === 'object' && typeof theirs.drafts === 'object' ? theirs.drafts : {}
  return Boolean(ofTheirs.autosave) && Boolean(ofTheirs.schedulePublish) && ofTheirs.validate !== true
}
