import type { PayloadRequest } from 'payload'
import { asksAs, personOf } from './person'

/** Copy is brought in by editors, and by programs with an API key. */
export function mayImport(req: PayloadRequest): boolean {
  return personOf(req) ? asksAs('editor', req) : Boolean(req.user)
}

/** What comes in is published by editors only. */
export function mayImportToPublish(req: PayloadRequest): boolean {
  return asksAs('editor', req)
}
