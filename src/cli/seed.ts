import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seedNewsroom } from '../../seed'
import type { SeedRow } from '../../seed'
import { seedSample } from '../../seed/sample'
import { verifySeed } from '../../seed/verify'
import { embeddedDatabase } from '../database/embedded'
import { startMemoryMongod } from '../database/memory/memoryMongod'
import { embeddedSecret } from '../database/secret'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { printResult, say, sayOnStandardError } from './print'
import { isInstalled } from './project'
import { isProductionDatabase } from './productionDatabase'
import { UsageError } from './usage'

const USAGE = `Usage: npm run seed -- [options]

Loads the newsroom that ships: sections, tags, authors and the article. Running it again changes nothing; what editors
have changed since is left alone.

  --json        print the report as JSON
  --ephemeral   seed a throwaway database twice, read it back as a reader would, exit 1 with every difference
  --sample N    also load N made-up articles, the same ones every time
  --yes         allow it on a production database
  --help        show this`

type Options = { json: boolean; ephemeral: boolean; sample: number; yes: boolean }

function readOptions(args: string[]): Options | undefined {
  const { values } = parseCommand(USAGE, {
    args,
    options: {
      json: { type: 'boolean', default: false },
      ephemeral: { type: 'boolean', default: false },
      sample: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const sample = Number(values.sample ?? 0)
  if (!Number.isInteger(sample) || sample < 0) {
    throw wrongUsage(`--sample takes how many articles to make, not "${values.sample ?? ''}".`, USAGE)
  }
  return { json: values.json, ephemeral: values.ephemeral, sample, yes: values.yes }
}

function run(options: Options): Promise<boolean> {
  if (options.json) sayOnStandardError()
  if (options.ephemeral && isInstalled()) throw new UsageError('--ephemeral is of the app: this project\'s config names its own database.')
  return options.ephemeral ? runEphemeral(options) : runOnce(options)
}

async function runOnce({ json, sample, yes }: Options): Promise<boolean> {
  if (!yes && isProductionDatabase(process.env)) {
    throw new UsageError('This is a production database (DATABASE_URL). Add --yes if you mean it: npm run seed -- --yes')
  }
  const database = await openForCommand()
  try {
    const rows = await withPayload(async (payload) => {
      const seeded = await seedNewsroom(payload)
      return sample > 0 ? [...seeded, ...(await seedSample(payload, sample))] : seeded
    })
    print(rows, json)
    return true
  } finally {
    await database.close()
  }
}

/** Seeds twice and reads back: on a real mongod where one can be had, else on SQLite in a temporary folder. DATABASE_URL is not touched. */
async function runEphemeral({ json }: Options): Promise<boolean> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-seed-'))
  const mongod = await startMemoryMongod(say)
  process.env.DATABASE_URL = 'url' in mongod ? mongod.url : await embeddedDatabase(dataDir)
  process.env.PAYLOAD_SECRET = await embeddedSecret(dataDir)
  say(`engine: ${'url' in mongod ? 'mongodb' : `sqlite, as no mongod can be had (${mongod.reason})`}`)
  try {
    return await withPayload(async (payload) => {
      const first = await seedNewsroom(payload)
      const second = await seedNewsroom(payload)
      print(first, json)
      const differences = await verifySeed(payload)
      for (const row of second.filter(({ outcome }) => outcome !== 'unchanged')) {
        differences.push({ what: `second run, ${row.name}`, expected: 'unchanged', found: row.outcome })
      }
      for (const { expected, found, what } of differences) {
        console.error(`${what}\n  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`)
      }
      if (differences.length === 0 && !json) say('\nSeeded twice, read back as a reader: everything is as it should be.')
      return differences.length === 0
    })
  } finally {
    if ('url' in mongod) await mongod.close()
    await rm(dataDir, { force: true, recursive: true })
  }
}

function print(rows: readonly SeedRow[], json: boolean): void {
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 }
  for (const { documents = 1, outcome } of rows) counts[outcome] += documents
  if (json) {
    printResult(JSON.stringify({ counts, rows }, null, 2))
    return
  }
  say('')
  for (const { collection, name, outcome } of rows) {
    const why = outcome === 'kept' ? '  (changed by an editor since; left alone)' : ''
    say(`${outcome.padEnd(9)}  ${collection.padEnd(8)}  ${name}${why}`)
  }
  say('')
  say(Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`).join(', '))
}

await runCommand({ usage: USAGE, read: readOptions, run: async (options) => ((await run(options)) ? 0 : 1) })
