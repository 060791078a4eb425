import { APIError } from 'payload'
import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { nearestName } from './nearestName'
import { isAdminUi } from './pageLimit'
import { nobodyField } from '../access/nobody'
import { asksAs } from '../access/person'

type Document = Readonly<Record<string, unknown>>

type Written = { collection: SanitizedCollectionConfig; data: Document; id: string | undefined; operation: 'create' | 'update'; req: PayloadRequest }

/** What the server writes with every save. */
const SERVERS: ReadonlySet<string> = new Set(['createdAt', 'id', 'updatedAt'])

/** What a login has beside its fields, in answers or in requests. */
const OF_LOGINS = ['_strategy', 'collection', 'id', 'password']

/** What a file says of itself. */
const FILES: ReadonlySet<string> = new Set(['filename', 'filesize', 'height', 'mimeType', 'sizes', 'thumbnailURL', 'url', 'width'])

/** Longer names are not repeated in full. */
const MAX_NAME = 100

/** Why a value would not be stored. */
type Fault = { path: string; message: string }

/**
 * Refuses what a program sends and Payload would drop with a 200: fields that a collection does not have, and, in an
 * update, fields that only the server sets. A document can be sent back as it was read, and as a new document. Fields that
 * the caller may not write are left as they are, as everywhere in Payload.
 *
 * @throws APIError (400) that names the field
 */
export async function refuseUnstored(written: Written): Promise<void> {
  const { collection, operation, req } = written
  if (!isFromProgram(req, written.data)) return
  // Payload has taken out by now what only a file says of itself.
  const data = collection.upload ? { ...sentOfFile(req), ...written.data } : written.data
  const unknown = unknownIn(data, collection.flattenedFields, { more: collection.auth ? OF_LOGINS : ['id'], of: collection.slug, prefix: '' })
  const fault = unknown ?? (operation === 'update' ? await serversFault({ ...written, data }) : (datesFault(data, req) ?? madeFault(data, collection)))
  if (fault) throw new APIError(fault.message, 400, { errors: [{ ...fault, path: shortened(fault.path) }] }, true)
}

/** A body that is JSON, a form that the admin UI did not send, or a mutation: what our own code saves meanwhile has other fields. */
function isFromProgram(req: PayloadRequest, data: Document): boolean {
  if (req.payloadAPI === 'GraphQL') return true
  const body: unknown = req.data
  const type = req.headers.get('Content-Type') ?? ''
  const isSent = type.startsWith('application/json') || (type.startsWith('multipart/form-data') && !isAdminUi(req))
  if (req.payloadAPI !== 'REST' || !isRecord(body) || !isSent) return false
  return Object.keys(data).every((name) => Object.hasOwn(body, name))
}

function sentOfFile({ data }: PayloadRequest): Document {
  return Object.fromEntries(Object.entries(isRecord(data) ? data : {}).filter(([name]) => FILES.has(name)))
}

type Place = { more: readonly string[]; of: string; prefix: string }

/** The first field of a row, or of a row inside it, that there is none of. */
function unknownIn(row: Document, fields: readonly FlattenedField[], { more, of, prefix }: Place): Fault | undefined {
  const known = new Map(fields.map((field) => [field.name, field]))
  for (const [name, value] of Object.entries(row)) {
    const path = `${prefix}${name}`
    const field = known.get(name)
    if (!field && !more.includes(name)) {
      const nearest = nearestName(name, [...known.keys(), ...more])
      return { path, message: `${shortened(path)} is no field of ${of}.${nearest === undefined ? '' : ` Did you mean ${prefix}${nearest}?`}` }
    }
    const fault = field && unknownInside(value, field, { of, path })
    if (fault) return fault
  }
  return undefined
}

function unknownInside(value: unknown, field: FlattenedField, { of, path }: { of: string; path: string }): Fault | undefined {
  const inside = (row: unknown, prefix: string, fields: readonly FlattenedField[]) => (isRecord(row) ? unknownIn(row, fields, { more: ['id'], of, prefix }) : undefined)
  if (field.type === 'group' || field.type === 'tab') return inside(value, `${path}.`, field.flattenedFields)
  if (field.type !== 'array' || !Array.isArray(value)) return undefined
  for (const [index, row] of value.entries()) {
    const fault = inside(row, `${path}.${String(index)}.`, field.flattenedFields)
    if (fault) return fault
  }
  return undefined
}

/** A field that only the server sets, and that is not sent as it is stored. Unknown for one of many. */
async function serversFault({ collection, data, id, req }: Written): Promise<Fault | undefined> {
  const fields = collection.flattenedFields.filter((field) => SERVERS.has(field.name) || field.type === 'join' || (collection.upload && FILES.has(field.name)) || isNobodys(field, 'update', collection))
  const names = ['id', ...fields.map(({ name }) => name)].filter((name) => data[name] !== undefined)
  const stored = names.length > 0 && id !== undefined ? await storedFor(collection, id, req) : undefined
  const path = stored && names.find((name) => !isSame(data[name], stored[name]))
  return path === undefined ? undefined : { path, message: `${path} is set by the server: leave it out, or send it as it is stored.` }
}

/** Nobody but admins, who move a newsroom's stock here, says when a new document was made. */
function datesFault(data: Document, req: PayloadRequest): Fault | undefined {
  const path = asksAs('admin', req) ? undefined : ['createdAt', 'updatedAt'].find((name) => data[name] !== undefined && data[name] !== null)
  return path === undefined ? undefined : { path, message: `${path} is set by the server: leave it out.` }
}

/** What nobody sets in a new document: where its file is, and what a link is made of. */
function madeFault(data: Document, collection: SanitizedCollectionConfig): Fault | undefined {
  const isMade = (field: FlattenedField) => (collection.upload && field.name === 'url') || isNobodys(field, 'create', collection)
  const path = collection.flattenedFields.find((field) => isMade(field) && plain(data[field.name]) !== '')?.name
  return path === undefined ? undefined : { path, message: `${path} is set by the server: leave it out.` }
}

/** A field of a share link that nobody writes. Of other documents, which are sent back as they were read, such fields are left as they are. */
function isNobodys(field: FlattenedField, operation: 'create' | 'update', { slug }: SanitizedCollectionConfig): boolean {
  return slug === 'share-links' && 'access' in field && field.access?.[operation] === nobodyField
}

/** The document as the caller reads it, so that no answer tells them more. */
async function storedFor({ slug, versions }: SanitizedCollectionConfig, id: string, req: PayloadRequest): Promise<Document | undefined> {
  const doc: unknown = await req.payload.findByID({ collection: slug as CollectionSlug, id, depth: 0, disableErrors: true, draft: Boolean(versions?.drafts), overrideAccess: false, req, trash: true, user: req.user })
  return isRecord(doc) ? doc : undefined
}

function shortened(name: string): string {
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name
}

/** Empty in any way is the same, and a moment in any way that it is written. */
function isSame(sent: unknown, stored: unknown): boolean {
  return plain(sent) === plain(stored)
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '' || value === false) return ''
  // A page of a list of documents.
  if (isRecord(value) && Array.isArray(value.docs)) return plain(value.docs.map((doc: unknown) => (isRecord(doc) ? doc.id : doc)))
  if (Array.isArray(value) && value.length === 0) return ''
  // A document that is referred to, as answers hold it.
  if (isRecord(value) && (typeof value.id === 'string' || typeof value.id === 'number')) return plain(value.id)
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
