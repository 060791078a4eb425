import { BackupRefused } from '../backup/format'
import { DatabaseBusyError } from '../database/busyError'
import { DatabaseUrlError } from '../database/url'
import { DatabaseUnreachableError } from '../database/unreachable'
import { EmbeddedDatabaseError } from '../database/embedded/errors'
import { DatabaseSchemaError } from '../database/schemaError'
import { ExportRefused } from '../export/types'
import { OptionsError } from '../plugin/check'
import { PortError } from '../server'
import { SettingsError } from '../settings'
import { UsageError } from './usage'

/** Errors whose message is all a person needs; anything else is a defect and shows its stack. */
const EXPECTED = [
  DatabaseBusyError,
  DatabaseSchemaError,
  DatabaseUnreachableError,
  DatabaseUrlError,
  EmbeddedDatabaseError,
  OptionsError,
  PortError,
  SettingsError,
]

/** Wrong usage exits with 2, as in most Unix tools; everything else that fails with 1. */
const EXIT_USAGE = 2
const EXIT_FAILURE = 1

let progress: NodeJS.WriteStream = process.stdout

/** Keeps standard output for a result that a machine reads; what is said goes to standard error. */
export function sayOnStandardError(): void {
  progress = process.stderr
}

/** Says what a command is doing, to the person who started it. */
export function say(line: string): void {
  progress.write(`${line}\n`)
}

/** Prints what a command was asked for. */
export function printResult(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Says why a command failed and ends the process. */
export function fail(error: unknown, failure = EXIT_FAILURE): never {
  if (error instanceof UsageError || error instanceof ExportRefused || error instanceof BackupRefused) {
    console.error(error.message)
    process.exit(EXIT_USAGE)
  }
  const isExpected = EXPECTED.some((kind) => error instanceof kind)
  console.error(isExpected && error instanceof Error ? `dateline: ${error.message}` : error)
  process.exit(failure)
}

/** Runs one step of a command and says how long it took. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now()
  say(`• ${name} …`)
  const result = await run()
  say(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}
