import { quotedUrl } from '../text/quoted'

/** The databases Dateline runs on. */
type Engine = 'mongodb' | 'postgresql' | 'sqlite'

/** A database URL and the engine that serves it. */
export type DatabaseUrl = { engine: Engine; url: string }

/** `DATABASE_URL` names no database that Dateline can use; the message says which forms it may take. */
export class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError'
}

/** The database that a URL of a server means when it names none. */
export const DEFAULT_DATABASE_NAME = 'dateline'

const ACCEPTED = 'postgres://, mongodb://, mongodb+srv:// or file:'

/** Asks for a MongoDB that runs as long as the command and forgets everything. */
export const MEMORY_URL = 'mongodb-memory:'

/**
 * Says which engine a database URL asks for. A URL of a server that names no database gets `dateline`.
 *
 * @throws DatabaseUrlError when the URL is empty, has another scheme, or names no host or file
 * @example parseDatabaseUrl('mongodb://db.example/?replicaSet=rs0').url // 'mongodb://db.example/dateline?replicaSet=rs0'
 */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const trimmed = url.trim()
  if (trimmed === '') {
    throw new DatabaseUrlError(`DATABASE_URL is empty: give it a URL that starts with ${ACCEPTED}, or leave it unset.`)
  }
  if (/^mongodb(\+srv)?:\/\//i.test(trimmed)) return { engine: 'mongodb', url: withDatabaseName(trimmed) }
  if (/^postgres(ql)?:\/\//i.test(trimmed)) return { engine: 'postgresql', url: postgresUrl(trimmed) }
  if (/^file:/i.test(trimmed)) return { engine: 'sqlite', url: sqliteFile(trimmed) }
  throw new DatabaseUrlError(`DATABASE_URL ${quotedUrl(trimmed)} is not understood: it must start with ${ACCEPTED}.`)
}

/** authority, path and query of a MongoDB URL; the authority may list several hosts, which `URL` refuses. */
const MONGODB_URL = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/i

function withDatabaseName(url: string): string {
  const match = MONGODB_URL.exec(url)
  if (!match) throw new DatabaseUrlError(`DATABASE_URL ${quotedUrl(url)} names no host: write mongodb://host:27017/name.`)
  const [, scheme = '', authority = '', name = '', query = ''] = match
  if (name !== '') return url
  const parameters = [query, ...impliedAuthSource(authority, query)].filter((part) => part !== '')
  const search = parameters.length > 0 ? `?${parameters.join('&')}` : ''
  return `${scheme}${authority}/${DEFAULT_DATABASE_NAME}${search}`
}

/**
 * Users are looked up in the database that the URL names, and in `admin` only when it names none: adding a name must
 * not move them. Mechanisms outside SCRAM keep theirs in `$external` whatever the name.
 *
 * @see https://www.mongodb.com/docs/manual/reference/connection-string-options/#mongodb-urioption-urioption.authSource
 */
function impliedAuthSource(authority: string, query: string): string[] {
  const parameters = new URLSearchParams(query.toLowerCase())
  const mechanism = parameters.get('authmechanism') ?? 'scram'
  const implied = authority.includes('@') && !parameters.has('authsource') && mechanism.startsWith('scram')
  return implied ? ['authSource=admin'] : []
}

/**
 * A host is required, though libpq would take its own: a URL without one is a slip more often than not.
 *
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
function postgresUrl(url: string): string {
  if (!URL.canParse(url)) throw new DatabaseUrlError(`DATABASE_URL ${quotedUrl(url)} cannot be read: write postgres://user:password@host:5432/name, with %-escapes for what means something in a URL.`)
  const parsed = new URL(url)
  const isLocal = parsed.searchParams.has('host')
  if (parsed.hostname === '' && !isLocal) throw new DatabaseUrlError(`DATABASE_URL ${quotedUrl(url)} names no host: write postgres://user:password@host:5432/name.`)
  if (parsed.pathname !== '' && parsed.pathname !== '/') return url
  parsed.pathname = `/${DEFAULT_DATABASE_NAME}`
  return parsed.href
}

function sqliteFile(url: string): string {
  const path = url.slice('file:'.length)
  if (path === '' || path.startsWith(':memory:')) {
    throw new DatabaseUrlError(`DATABASE_URL ${quotedUrl(url)} names no file: write file:/absolute/path/dateline.db.`)
  }
  return url
}
