import { APIError } from 'payload'
import type { Endpoint, PayloadRequest } from 'payload'
import { importerOf, mayInImport } from '../../src/access/imports'
import type { Importer } from '../../src/access/imports'
import { encodingNamed } from '../../src/ingest/house'
import { importStories } from '../../src/ingest/save/importStories'
import type { ParsedStory } from '../../src/ingest/save/importStories'
import { onlyWithdrawals } from '../../src/ingest/save/onlyWithdrawals'
import type { ImportOptions, StoryReport } from '../../src/ingest/save/types'
import type { WholeSource } from '../../src/ingest/thread/messages'
import { readInThread } from '../../src/ingest/thread/readInThread'

/** A request may bring so many bytes; more goes through `npm run import`. */
const MAX_BYTES = 32 * 1024 * 1024

/** A file is called in reports what the request calls it, in so many printable characters. */
const MAX_NAME = 300
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu

/**
 * `POST /api/import`: the import by HTTP, for editors, and for programs with an API key. Takes files (multipart/form-data) or one source
 * as the body; `publish`, `dryRun`, `create`, `onConflict` and `encoding` are query parameters. Answers the reports and the summary:
 * 200 when all is well, 422 when a story failed or was not withdrawn (the others are in). Of a request with an option that
 * its sender may not use, only the withdrawals are carried out.
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError('Sign in to import.', 401, undefined, true)
    const importer = importerOf(req)
    if (!importer) throw new APIError('Editors import, and API clients with the scope ingest or ingest-publish.', 403, undefined, true)
    const options = optionsOf(req)
    const why = whyRefused(options, importer)
    const sources = await sourcesOf(req)
    async function* parsedStories(): AsyncGenerator<ParsedStory> {
      const onFault = (fault: string) => req.payload.logger.error({ err: { message: fault }, msg: 'Copy could not be read.' })
      for (const source of sources) yield* readInThread(source, { onFault })
    }
    const withdrawals = why === undefined ? undefined : await onlyWithdrawals(parsedStories(), why)
    if (why !== undefined && !withdrawals) throw new APIError(why, 403, undefined, true)
    const run = withdrawals
      ? importStories(req.payload, inTurn(withdrawals), { ...options, publish: false, onConflict: 'keep' }, { via: 'http', importer })
      : importStories(req.payload, parsedStories(), options, { via: 'http', importer })
    const reports: StoryReport[] = []
    for (let next = await run.next(); ; next = await run.next()) {
      if (!next.done) {
        reports.push(next.value)
        continue
      }
      return Response.json({ reports, summary: next.value }, { status: next.value.counts.failed + next.value.counts.notWithdrawn > 0 ? 422 : 200 })
    }
  },
}

/** Why the importer may not use these options; undefined when they may. */
function whyRefused({ onConflict, publish }: ImportOptions, importer: Importer): string | undefined {
  if (publish && !mayInImport(importer, 'publish')) return 'Editors publish: leave out publish=true.'
  if (onConflict === 'draft' && !mayInImport(importer, 'save over')) return 'Editors decide on conflicts: leave out onConflict=draft.'
  return undefined
}

async function* inTurn(stories: readonly ParsedStory[]): AsyncGenerator<ParsedStory> {
  for (const story of stories) yield await Promise.resolve(story)
}

function optionsOf({ searchParams }: PayloadRequest): ImportOptions {
  const onConflict = searchParams.get('onConflict') ?? 'keep'
  if (onConflict !== 'keep' && onConflict !== 'draft') {
    throw new APIError(`onConflict is keep or draft, not "${onConflict}".`, 400, undefined, true)
  }
  return {
    publish: flag(searchParams, 'publish', false),
    dryRun: flag(searchParams, 'dryRun', false),
    create: flag(searchParams, 'create', true),
    onConflict,
  }
}

function flag(parameters: URLSearchParams, name: string, otherwise: boolean): boolean {
  const value = parameters.get(name)
  if (value === null) return otherwise
  if (value !== 'true' && value !== 'false') throw new APIError(`${name} is true or false, not "${value}".`, 400, undefined, true)
  return value === 'true'
}

async function sourcesOf(req: PayloadRequest): Promise<WholeSource[]> {
  const length = Number(req.headers.get('Content-Length') ?? 0)
  if (length > MAX_BYTES) throw tooLarge()
  const body = await readBody(req)
  const type = req.headers.get('Content-Type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    if (body.length === 0) throw new APIError('The request is empty: send a file, or the copy as the body.', 400, undefined, true)
    return [sourceOf(req.searchParams.get('name') ?? 'request', body, encodingOf(req, type))]
  }
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new APIError('The form cannot be read: send multipart/form-data with a file in each part.', 400, undefined, true)
  })
  const [word] = [...form].find(([, value]) => typeof value === 'string') ?? []
  if (word !== undefined) throw new APIError(`The part "${word.slice(0, 40)}" is no file: options go into the query, such as ?dryRun=true.`, 400, undefined, true)
  const files = [...form.values()].filter((value) => typeof value !== 'string')
  if (files.length === 0) throw new APIError('There is no file in the form.', 400, undefined, true)
  return Promise.all(files.map(async (file) => sourceOf(file.name || 'file', Buffer.from(await file.arrayBuffer()), encodingOf(req, file.type))))
}

async function readBody(req: PayloadRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = req.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    if (!(next.value instanceof Uint8Array)) continue
    size += next.value.length
    if (size > MAX_BYTES) throw tooLarge()
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Error {
  return new APIError(`A request may bring ${MAX_BYTES / 1024 / 1024} MiB at most; use npm run import for more.`, 413, undefined, true)
}

/** The encoding that the query names, else the charset of the media type. */
function encodingOf({ searchParams }: PayloadRequest, mediaType: string): string | undefined {
  const label = searchParams.get('encoding') ?? /;\s*charset\s*=\s*"?([^\s";]{1,40})/i.exec(mediaType)?.[1]
  if (label === undefined) return undefined
  const encoding = encodingNamed(label)
  if (encoding === undefined) {
    throw new APIError(`There is no encoding "${label.slice(0, 40)}". Write it as utf-8, windows-1251, koi8-r, shift_jis, gb18030, big5 or euc-kr.`, 400, undefined, true)
  }
  return encoding
}

function sourceOf(name: string, bytes: Buffer, encoding: string | undefined): WholeSource {
  return { name: name.replace(UNPRINTABLE, '').slice(0, MAX_NAME) || 'request', bytes, encoding }
}
