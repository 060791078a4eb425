import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { loadEnv } from 'payload/node'
import { EXPORT_FORMATS, exportArticles } from '../publishing/exportArticles'
import type { ExportFormat, ExportSelection } from '../publishing/exportArticles'
import { writeFiles, writeLines } from '../publishing/exportFiles'
import { siteOptions } from '../publishing/site'
import { openDatabase } from './database'
import { withPayload } from './payload'
import { fail, say } from './print'
import { UsageError } from './usage'

const USAGE = `Usage: npm run export -- DIR --format FORMAT [options]

Writes articles to files in the folder DIR. Run it again, also after it was stopped, and only what has changed is
written; files of articles that are gone are left where they are.

  --format FORMAT    ninjs     a file for each article: DIR/<slug>.json
                     markdown  a file for each article, with YAML front matter: DIR/<slug>.md
                     jsonl     one file, DIR/articles.jsonl, with an article as ninjs in each line
  --section SLUG     only articles of this section
  --since DATE       only what was changed or came to be public since, such as 2026-01-31 or 2026-01-31T08:00:00Z
  --status STATUS    published (as a rule): what readers may read; all: drafts and what is embargoed, withheld or
                     withdrawn too, but not the trash
  --help             show this

Exits with 1 when an article could not be written, with 2 when the command was written wrongly.`

type Options = { folder: string; format: ExportFormat; section: string | undefined; since: Date | undefined; status: ExportSelection['status'] }

function readOptions(args: string[]): Options | undefined {
  const { positionals, values } = parse(args)
  if (values.help) return undefined
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw wrong('Name one folder to write to.')
  const { format, section, since, status } = values
  if (format === undefined || !isFormat(format)) {
    throw wrong(`--format is one of ${Object.keys(EXPORT_FORMATS).join(', ')}, not "${format ?? ''}".`)
  }
  if (status !== 'all' && status !== 'published') throw wrong(`--status is published or all, not "${status}".`)
  const moment = since === undefined ? undefined : new Date(since)
  if (moment && (Number.isNaN(moment.getTime()) || !/^\d{4}-\d{2}-\d{2}/.test(since ?? ''))) {
    throw wrong(`--since takes a date such as 2026-01-31, not "${since ?? ''}".`)
  }
  return { folder, format, section, since: moment, status }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        section: { type: 'string' },
        since: { type: 'string' },
        status: { type: 'string', default: 'published' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

function isFormat(text: string): text is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, text)
}

function wrong(message: string): UsageError {
  return new UsageError(`${message}\n\n${USAGE}`)
}

/** @returns how many articles failed */
async function run({ folder, format, section, since, status }: Options): Promise<number> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`${folder} is no folder to write to: ${error instanceof Error ? error.message : String(error)}`)
  })
  const database = await openDatabase()
  try {
    return await withPayload(async (payload) => {
      const selection = { section: section === undefined ? undefined : await sectionId(section, payload), since, status }
      const articles = exportArticles(payload, format, selection, siteOptions())
      const reports = format === 'jsonl' ? writeLines(folder, 'articles.jsonl', articles) : writeFiles(folder, articles)
      const counts = { written: 0, unchanged: 0, failed: 0 }
      for await (const { fault, name, outcome } of reports) {
        counts[outcome] += 1
        if (fault !== undefined) console.error(`${name} could not be written: ${fault}`)
      }
      say(`Files in ${folder}: ${counts.written} written, ${counts.unchanged} unchanged, ${counts.failed} failed`)
      return counts.failed
    })
  } finally {
    await database.close()
  }
}

async function sectionId(slug: string, payload: Payload): Promise<string> {
  const { docs } = await payload.find({ collection: 'sections', depth: 0, limit: 1, pagination: false, select: {}, where: { slug: { equals: slug } } })
  const [section] = docs
  if (!section) throw new UsageError(`There is no section with the slug "${slug}".`)
  return section.id
}

try {
  loadEnv()
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    say(USAGE)
    process.exit(0)
  }
  process.exit((await run(options)) > 0 ? 1 : 0)
} catch (error) {
  fail(error)
}
