import type { Payload } from 'payload'
import type { Snapshot } from '../../database/snapshot'
import type { Doc, DocID } from '../format'

/** A problem. `repair` is there when a safe repair exists; it returns what it changed. */
export type Finding = { message: string; repair?: () => Promise<string> }

/** The input of every check: a snapshot, and the ids of all documents in it. */
export type Ground = { payload: Payload; snapshot: Snapshot; ids: ReadonlyMap<string, ReadonlySet<DocID>> }

/** Checks each page of documents, and at the end all of them together. */
export type DocumentCheck = {
  look: (slug: string, docs: readonly Doc[]) => Promise<Finding[]> | Finding[]
  end?: () => Promise<Finding[]> | Finding[]
}

/** How a document is called in a finding. */
export function nameOf(slug: string, { id, slug: own }: Doc): string {
  return `${slug} ${String(id)}${typeof own === 'string' ? ` (${own})` : ''}`
}
