import type { Payload } from 'payload'
import type { Snapshot } from '../../database/snapshot'
import type { Doc, DocID } from '../format'

/** Something that does not fit together; `repair` puts it right, where that is safe, and says what it did. */
export type Finding = { message: string; repair?: () => Promise<string> }

/** What checks look at: the documents of one moment, and the ids of all of them. */
export type Ground = { payload: Payload; snapshot: Snapshot; ids: ReadonlyMap<string, ReadonlySet<DocID>> }

/** Looks at documents one after the other, and at what all of them come to. */
export type DocumentCheck = {
  look: (slug: string, docs: readonly Doc[]) => Promise<Finding[]> | Finding[]
  end?: () => Promise<Finding[]> | Finding[]
}

/** How a document is called in a finding. */
export function nameOf(slug: string, { id, slug: own }: Doc): string {
  return `${slug} ${String(id)}${typeof own === 'string' ? ` (${own})` : ''}`
}
