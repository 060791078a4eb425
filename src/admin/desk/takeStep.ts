import type { NextStep } from '../../articles/stages'
import { faultsOf } from '../faultsOf'

export type Taken = { done: true; doc: Record<string, unknown> } | { done: false; faults: string[] }

/**
 * Asks the server to take an article a step further; whether it may go is the server's to say.
 *
 * @param url the article's address in the API
 * @returns what is wrong, in the server's words, when it was refused
 */
export async function takeStep(url: string, to: NextStep['to'], note?: string): Promise<Taken> {
  const isPublishing = to === 'published'
  const response = await fetch(`${url}?depth=0${isPublishing ? '' : '&draft=true'}`, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(isPublishing ? { _status: 'published' } : { stage: to, ...(note ? { note } : {}) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  return response.ok ? { done: true, doc: docOf(answer) } : { done: false, faults: faultsOf(answer) }
}

function docOf(answer: unknown): Record<string, unknown> {
  const doc = typeof answer === 'object' && answer !== null && 'doc' in answer ? answer.doc : undefined
  return typeof doc === 'object' && doc !== null ? { ...doc } : {}
}
