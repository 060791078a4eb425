import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { backUp } from '../backup/backUp'
import type { BackupResult } from '../backup/backUp'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { say, sayOnStandardError } from './print'
import { ProgressBar } from './progressBar'
import { summaryOf } from './backupSummary'
import { UsageError } from './usage'

const USAGE = `Usage: npm run backup -- FILE [options]

Saves a snapshot of the whole newsroom in one file: articles with their versions and drafts, all other collections, logins,
API keys, the log, scheduled publications, and pictures. People can go on working. Only you can read the file: keep it so,
because it contains logins. Write - in place of FILE for standard output.

  --force   overwrite an existing file
  --help    show this

Exits with 1 when the backup failed, with 2 when the arguments are wrong.`

type Options = { file: string; force: boolean }

function readOptions(args: string[]): Options | undefined {
  const { positionals, values } = parseCommand(USAGE, {
    args,
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return undefined
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw wrongUsage('Name one file to write to, or - for standard output.', USAGE)
  return { file, force: values.force }
}

async function run({ file, force }: Options): Promise<number> {
  sayOnStandardError()
  refuseOverwriting(file, force)
  const database = await openForCommand()
  try {
    const result = await withPayload(async (payload) => {
      const write = async (to: Writable): Promise<BackupResult> => {
        const bar = new ProgressBar('documents')
        const steps = backUp(payload, to)
        for (let next = await steps.next(); ; next = await steps.next()) {
          if (next.done) {
            bar.clear()
            return next.value
          }
          if (next.value.warning !== undefined) {
            bar.clear()
            say(next.value.warning)
          }
          bar.show(next.value.done, next.value.total)
        }
      }
      return file === '-' ? write(process.stdout) : writeWhole(file, force, write)
    })
    say(`Saved ${summaryOf(result.counts)}${file === '-' ? '' : ` in ${file}`}.`)
    return 0
  } finally {
    await database.close()
  }
}

function refuseOverwriting(file: string, force: boolean): void {
  if (file !== '-' && !force && existsSync(file)) throw new UsageError(`${file} exists: name another file, or add --force to overwrite it.`)
}

/** Makes a file that is whole or not there: it is written under another name first. */
async function writeWhole<T>(file: string, force: boolean, write: (to: Writable) => Promise<T>): Promise<T> {
  const unfinished = `${file}.${String(process.pid)}.unfinished`
  const handle = await open(unfinished, 'wx', 0o600).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  })
  try {
    const result = await write(handle.createWriteStream({ flush: true }))
    refuseOverwriting(file, force)
    await rename(unfinished, file)
    return result
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

await runCommand({ usage: USAGE, read: readOptions, run })
