import { createWriteStream } from 'node:fs'
import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BackupRefused } from '../backup/format'
import { restore } from '../backup/restore'
import type { RestoreProgress } from '../backup/restore'
import { summaryOf } from './backupSummary'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { say, sayOnStandardError } from './print'
import { ProgressBar } from './progressBar'

const USAGE = `Usage: npm run restore -- FILE [options]

Restores a backup from any engine into an empty database: all of it or nothing. Pictures go where the settings of this
machine say. The file is verified before anything is written. Write - in place of FILE for standard input.

  --dry-run   verify the backup and the database, and write nothing
  --help      show this

Exits with 1 when the restore failed, with 2 when the backup is damaged or newer, the database is not empty, or the arguments
are wrong. The database is unchanged in each case.`

type Options = { file: string; dryRun: boolean }

function readOptions(args: string[]): Options | undefined {
  const { positionals, values } = parseCommand(USAGE, {
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return undefined
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw wrongUsage('Name one backup, or - for standard input.', USAGE)
  return { file, dryRun: values['dry-run'] }
}

async function run({ dryRun, file }: Options): Promise<number> {
  sayOnStandardError()
  return fromFile(file, async (readable) => {
    const database = await openForCommand()
    try {
      const { cleared, counts, manifest } = await withPayload((payload) => restore(payload, { dryRun, file: readable, report: progress() }))
      if (cleared > 0) say(`${cleared} relations referred to documents that are not in the backup, and are now empty.`)
      say(`${dryRun ? 'This can be restored:' : 'Restored'} ${summaryOf(counts)} of ${manifest.moment}.`)
      return 0
    } finally {
      await database.close()
    }
  })
}

/** Shows how far it is, and when the writing begins. */
function progress(): (progress: RestoreProgress) => void {
  let step: RestoreProgress['step'] = 'reading'
  let bar = new ProgressBar('documents read')
  return ({ done, step: now, total }) => {
    if (now !== step) {
      bar.clear()
      bar = new ProgressBar('documents written')
      step = now
      say(`The backup is whole. Writing ${total} documents and files …`)
    }
    bar.show(done, total)
    if (done === total) bar.clear()
  }
}

/** What comes by standard input is read twice, too. */
async function fromFile<T>(file: string, task: (file: string) => Promise<T>): Promise<T> {
  if (file !== '-') {
    await access(file, constants.R_OK).catch((error: unknown) => {
      throw new BackupRefused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    })
    return task(file)
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-restore-'))
  try {
    const copy = path.join(folder, 'backup.tar')
    await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }))
    return await task(copy)
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

await runCommand({ usage: USAGE, read: readOptions, run })
