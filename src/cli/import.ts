import { encodingNamed } from '../ingest/house'
import { importStories } from '../ingest/save/importStories'
import type { ParsedStory } from '../ingest/save/importStories'
import { readStories } from '../ingest/save/readStories'
import type { ImportOptions, ImportSummary } from '../ingest/save/types'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { findSources } from './importSources'
import { ImportPrinter } from './importPrinter'
import { withPayload } from './payload'
import { sayOnStandardError } from './print'
import { isProductionDatabase } from './productionDatabase'
import { UsageError } from './usage'

const USAGE = `Usage: npm run import -- [options] PATH...

Brings in articles from files: house wire copy, ninjs, RSS, Atom, WordPress exports, Markdown with front matter. A PATH is
a file, a folder, a pattern such as "archive/**/*.txt", or - for standard input. Formats are told by content. What is in
already is skipped; what editors have changed since is left alone.

  --publish              publish what its source holds for published and what has all it needs; else all are drafts
  --dry-run              write nothing, and show the same report
  --no-create            refuse stories that name an author, section or tag that is not there
  --on-conflict draft    save a changed source as a draft version of an article that an editor has changed too
  --encoding NAME        what files are in that are not UTF-8, such as windows-1251 or shift_jis; else it is told by likelihood
  --lines                show where every line or field of the sources went
  --json                 print the reports as JSON Lines, the summary last
  --yes                  allow it on a production database
  --help                 show this

Exits with 1 when a story failed, with 2 when the command was written wrongly, with 3 when a story that its source
withdraws could not be withdrawn: an editor has to do it now.`

type Options = ImportOptions & { encoding: string | undefined; paths: string[]; json: boolean; lines: boolean; yes: boolean }

function readOptions(args: string[]): Options | undefined {
  const { positionals, values } = parseCommand(USAGE, {
    args,
    allowPositionals: true,
    options: {
      publish: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'no-create': { type: 'boolean', default: false },
      'on-conflict': { type: 'string', default: 'keep' },
      encoding: { type: 'string' },
      lines: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const { 'on-conflict': onConflict } = values
  if (onConflict !== 'keep' && onConflict !== 'draft') {
    throw wrongUsage(`--on-conflict is keep or draft, not "${onConflict}".`, USAGE)
  }
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding)
  if (values.encoding !== undefined && encoding === undefined) {
    throw wrongUsage(`There is no encoding "${values.encoding}". Write it as utf-8, windows-1251, koi8-r, shift_jis, gb18030, big5 or euc-kr.`, USAGE)
  }
  if (positionals.length === 0) throw wrongUsage('Name at least one file, folder or pattern.', USAGE)
  return {
    paths: positionals,
    publish: values.publish,
    dryRun: values['dry-run'],
    create: !values['no-create'],
    onConflict,
    encoding,
    json: values.json,
    lines: values.lines,
    yes: values.yes,
  }
}

async function run({ encoding, json, lines, paths, yes, ...options }: Options): Promise<ImportSummary> {
  if (!yes && !options.dryRun && isProductionDatabase(process.env)) {
    throw new UsageError('This is a production database (DATABASE_URL). Add --yes if you mean it.')
  }
  const sources = await findSources(paths)
  const database = await openForCommand()
  try {
    return await withPayload(async (payload) => {
      const printer = new ImportPrinter({ json, lines, total: sources.length })
      async function* parsedStories(): AsyncGenerator<ParsedStory> {
        for (const source of sources) yield* readStories({ ...source, encoding })
      }
      const reports = importStories(payload, parsedStories(), options, { via: 'command', importer: { kind: 'command' } })
      for (let next = await reports.next(); ; next = await reports.next()) {
        if (next.done) {
          printer.end(next.value, options.dryRun)
          return next.value
        }
        printer.report(next.value)
      }
    })
  } finally {
    await database.close()
  }
}

await runCommand({
  usage: USAGE,
  read: readOptions,
  run: async (options) => {
    if (options.json) sayOnStandardError()
    const { counts } = await run(options)
    if (counts.notWithdrawn > 0) return 3
    return counts.failed > 0 ? 1 : 0
  },
})
