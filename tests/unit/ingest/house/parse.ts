import { parseHouseCopy } from '../../../../src/ingest/house'
import type { CopyError, HouseCopy, HouseCopyResult } from '../../../../src/ingest/house'

/** The copy that these lines are; fails the test when they are refused. */
export function copyOf(...lines: string[]): HouseCopy {
  return readable(parseHouseCopy(lines.join('\n'))).copy
}

/** What an editor is told about a copy that was read. */
export function notesOn(...lines: string[]): readonly string[] {
  return readable(parseHouseCopy(lines.join('\n'))).notes
}

/** Why these lines are refused; fails the test when they are not. */
export function errorsIn(...lines: string[]): readonly CopyError[] {
  return refused(parseHouseCopy(lines.join('\n'))).errors
}

export function readable(result: HouseCopyResult): Extract<HouseCopyResult, { ok: true }> {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.errors)}`)
  return result
}

export function refused(result: HouseCopyResult): Extract<HouseCopyResult, { ok: false }> {
  if (result.ok) throw new Error(`Read: ${JSON.stringify(result.copy)}`)
  return result
}
