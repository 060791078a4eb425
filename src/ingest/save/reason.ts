import { ValidationError } from 'payload'

/** Why a story could not be saved, in words that say what to change. */
export function reasonOf(error: unknown): string {
  if (error instanceof ValidationError) return error.data.errors.map(({ label, message, path }) => `${nameOf(label, path)}: ${message}`).join(' ')
  return error instanceof Error ? error.message : String(error)
}

function nameOf(label: unknown, path: string): string {
  return typeof label === 'string' && label !== '' ? label : path
}
