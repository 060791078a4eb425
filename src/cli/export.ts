import { exportArticles } from '../export/exportArticles'
import { EXPORT_FORMATS, isExportFormat } from '../export/formats'
import type { ExportCounts, ExportQuery } from '../export/types'
import { readDate } from '../text/dateText'
import { siteOptions } from '../formats/syndication/site'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { ExportPrinter } from './exportPrinter'
import { withPayload } from './payload'
import type { UsageError } from './usage'

const USAGE = `Usage: npm run export -- DIR --format FORMAT [options]

Writes articles to files in the folder DIR, which is the export's own, and a manifest.json of what is in it. Run it again
with the same options to bring the folder up to date: what has not changed is not touched, and what is not to be had any
more is removed.

  --format FORMAT    ninjs     a file for each article: DIR/<slug>.json
                     markdown  a file for each article, with YAML front matter: DIR/<slug>.md
                     jsonl     one file, DIR/articles.jsonl, with an article as ninjs in each line
  --section SLUG     only articles of this section
  --since DATE       only what was changed or came to be public since, such as 2026-01-31 or 2026-01-31T08:00:00Z
  --status STATUS    published (as a rule): what readers may read; all: drafts and what is embargoed, withheld or
                     withdrawn too, but not the trash
  --resume           go on with an export that was killed
  --help             show this

Exits with 1 when an article could not be written, with 2 when the command was written wrongly.`

type Options = { folder: string; query: ExportQuery; resume: boolean }

function readOptions(args: string[]): Options | undefined {
  const { positionals, values } = parseCommand(USAGE, {
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      section: { type: 'string' },
      since: { type: 'string' },
      status: { type: 'string', default: 'published' },
      resume: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw wrong('Name one folder to write to.')
  const { format, resume, section, since, status } = values
  if (format === undefined || !isExportFormat(format)) {
    throw wrong(`--format is one of ${Object.keys(EXPORT_FORMATS).join(', ')}, not "${format ?? ''}".`)
  }
  if (status !== 'all' && status !== 'published') throw wrong(`--status is published or all, not "${status}".`)
  return { folder, query: { format, section: section ?? null, since: since === undefined ? null : momentOf(since), status }, resume }
}

function momentOf(since: string): string {
  const moment = readDate(since)
  if (!moment) throw wrong(`--since takes a date such as 2026-01-31, not "${since}".`)
  return moment.toISOString()
}

function wrong(message: string): UsageError {
  return wrongUsage(message, USAGE)
}

async function run({ folder, query, resume }: Options): Promise<ExportCounts> {
  const database = await openForCommand()
  try {
    return await withPayload(async (payload) => {
      const printer = new ExportPrinter(folder)
      const steps = exportArticles(payload, { folder, query, resume, site: siteOptions() })
      for (let next = await steps.next(); ; next = await steps.next()) {
        if (next.done) {
          printer.end(next.value)
          return next.value
        }
        printer.report(next.value)
      }
    })
  } finally {
    await database.close()
  }
}

await runCommand({ usage: USAGE, read: readOptions, run: async (options) => ((await run(options)).failed > 0 ? 1 : 0) })
