import type { SanitizedConfig } from 'payload'
import { nearestName } from './nearestName'
import { FORM, hasUnreadQuery, queryInBody } from './limitQuery'
import { errorAnswer } from './routeHandler'
import type { ApiContext, RouteHandler } from './routeHandler'

/** What Payload and our own endpoints of collections read. */
const OF_COLLECTIONS: readonly string[] = [
  'after', 'allSessions', 'autosave', 'data', 'depth', 'draft', 'fallback-locale', 'fallbackLocale', 'flattenLocales', 'force', 'joins',
  'limit', 'locale', 'overrideLock', 'page', 'pagination', 'populate', 'prefix', 'publishAllLocales', 'publishSpecificLocale', 'select', 'selectedLocales',
  'sort', 'src', 'trash', 'unpublishAllLocales', 'uploadEdits', 'where',
]

/** What other addresses read, by the first segment after `/api`. */
const BY_ROOM: ReadonlyMap<string, readonly string[]> = new Map([
  ['desk', ['author', 'mine', 'section', 'tag', 'today']],
  ['import', ['create', 'dryRun', 'encoding', 'name', 'onConflict', 'publish']],
  ['payload-jobs', [...OF_COLLECTIONS, 'allQueues', 'disableScheduling', 'queue', 'silent']],
])

/** What a join is asked with: `joins[articles][limit]`. */
const OF_JOINS: readonly string[] = ['count', 'limit', 'page', 'sort', 'where']

/** What is true or false. Payload takes any other word, and any other spelling of the name, for false: `draft=1` would reach readers. */
const FLAGS: ReadonlySet<string> = new Set([
  'allQueues', 'allSessions', 'autosave', 'create', 'disableScheduling', 'draft', 'dryRun', 'flattenLocales', 'force', 'mine', 'overrideLock', 'pagination',
  'publish', 'publishAllLocales', 'silent', 'trash', 'unpublishAllLocales',
])

/** Longer names are not compared, and are not repeated whole. */
const MAX_NAME = 40

/**
 * Answers 400 to a request that asks by a parameter that nothing reads, and names the one that may have been meant: to
 * leave it aside would answer something else than was asked for.
 */
export function refuseUnknownParameters<Context extends ApiContext>(config: Promise<SanitizedConfig>, handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const segments = (await context.params).slug ?? []
    const { collections } = await config
    const [room = ''] = segments
    // Where there is nothing, that is the answer.
    if (!BY_ROOM.has(room) && !collections.some(({ slug }) => slug === room)) return handler(request, context)
    // What may be done with a document as it is typed is asked as JSON.
    if (!segments.includes('access') && (await hasUnreadQuery(request))) return errorAnswer(415, `Send the query of a POST with a method override of GET as ${FORM}, with no charset.`)
    const query = `${new URL(request.url).search.slice(1)}&${await queryInBody(request)}`
    const fault = unknownParameter(query, segments)
    return fault === undefined ? handler(request, context) : errorAnswer(400, fault)
  }
}

/** What is wrong with the parameters of an address below `/api`, or undefined. */
export function unknownParameter(query: string, [room = '', action]: readonly string[]): string | undefined {
  // Browsers and the admin UI add what tells a file from the one it replaced. Payload fails on a prefix where no upload has one.
  if (action === 'file') return new URLSearchParams(query).has('prefix') ? 'There is no parameter "prefix" here: pictures have none.' : undefined
  const known = BY_ROOM.get(room) ?? OF_COLLECTIONS
  const flags = new Map<string, string>()
  for (const parameter of query.split('&')) {
    if (parameter === '') continue
    const [key = ''] = parameter.split('=', 1)
    const written = decoded(key)
    const [name = '', of, word] = written.split('[', 3)
    if (name === 'joins' && word !== undefined && !OF_JOINS.includes(word.replace(']', ''))) {
      return `joins[${(of ?? '').slice(0, MAX_NAME)} has no "${word.replace(']', '').slice(0, MAX_NAME)}": known are ${OF_JOINS.join(', ')}; conditions stand in where.`
    }
    if (known.includes(name) && FLAGS.has(name)) {
      const value = decoded(parameter.slice(key.length + 1))
      if (written !== name || (value !== 'true' && value !== 'false')) return `${name} is true or false: write ${name}=true, not "${decoded(parameter).slice(0, MAX_NAME)}".`
      if (flags.has(name)) return `${name} is there twice: write it once.`
      flags.set(name, value)
    }
    // The parser behind leaves out what every object inherits, and with it the condition.
    const inherited = written.split(/[[\]]+/).find((part) => Object.hasOwn(Object.prototype, part))
    if (inherited !== undefined && known.includes(name)) return `There is no "${inherited}" to ask for: "${written.slice(0, MAX_NAME)}" names nothing here.`
    if (!known.includes(name)) return `There is no parameter "${written.slice(0, MAX_NAME)}" here${meant(written, known)}.`
  }
  // Payload would save what readers see, without any check.
  return flags.get('autosave') === 'true' && flags.get('draft') !== 'true' ? 'autosave=true saves a draft: send draft=true with it.' : undefined
}

function meant(written: string, known: readonly string[]): string {
  if (written.length > MAX_NAME) return ''
  const [root = '', ...path] = written.split('.')
  // Conditions are often written with dots.
  if (path.length > 0 && known.includes(root)) return `: did you mean ${root}${path.map((part) => `[${part}]`).join('')}?`.slice(0, -1)
  const name = written.split('[', 1)[0] ?? ''
  const nearest = nearestName(name, known)
  return nearest === undefined ? `: known are ${known.join(', ')}` : `: did you mean ${nearest}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
