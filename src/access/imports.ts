import type { PayloadRequest } from 'payload'
import { asksAs } from './person'
import { asksWithScope } from './scopes'

/** Copy is brought in by editors, and by programs whose key allows it. */
export function mayImport(req: PayloadRequest): boolean {
  return asksAs('editor', req) || asksWithScope('ingest', req)
}

/** What comes in is published by editors only. */
export function mayImportToPublish(req: PayloadRequest): boolean {
  return asksAs('editor', req)
}
