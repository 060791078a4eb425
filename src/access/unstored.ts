import { APIError } from 'payload'
import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { nearestName } from './nearestName'

type Document = Readonly<Record<string, unknown>>

type Written = { collection: SanitizedCollectionConfig; data: Document; id: string | undefined; operation: 'create' | 'update'; req: PayloadRequest }

/** What the server writes with every save, or leads to from elsewhere. */
const SERVERS: ReadonlySet<string> = new Set(['createdAt', 'id', 'updatedAt'])

/** What a file says of itself. */
const FILES: ReadonlySet<string> = new Set(['filename', 'filesize', 'height', 'mimeType', 'sizes', 'thumbnailURL', 'url', 'width'])

/** Why a value would not be stored. */
type Fault = { path: string; message: string; status: 400 | 403 }

/**
 * Refuses what a program sends and nobody would store: fields that there are none of, fields that only the server
 * writes, and fields that whoever asks may not write. Payload drops them and answers 200. A document that is sent back
 * as it was read is fine; a form of the admin UI sends what it was given, and has nothing else.
 *
 * @throws APIError (400 or 403) that names the field
 */
export async function refuseUnstored(written: Written): Promise<void> {
  const { collection, operation, req } = written
  if (!isFromProgram(req, written.data)) return
  // Payload has taken out by now what only a file says of itself.
  const data = collection.upload ? { ...sentOfFile(req), ...written.data } : written.data
  const faults = unknownFaults(data, collection)
  if (data.id !== undefined) faults.push(setByServer('id'))
  for (const field of collection.flattenedFields) {
    if (data[field.name] === undefined) continue
    const fault = await closedFault(field, { ...written, data })
    if (fault) faults.push(fault)
  }
  if (faults.length === 0) return
  const stored = operation === 'update' ? await storedFor(written) : {}
  if (!stored) return
  const fault = faults.find(({ path }) => path.includes('.') || !isSame(data[path], stored[path]))
  if (fault) throw new APIError(fault.message, fault.status, { errors: [{ path: fault.path, message: fault.message }] }, true)
}

/** A body that is JSON, or a mutation: what our own code saves meanwhile has other fields. */
function isFromProgram(req: PayloadRequest, data: Document): boolean {
  if (req.payloadAPI === 'GraphQL') return true
  const body: unknown = req.data
  if (req.payloadAPI !== 'REST' || !isRecord(body) || req.headers.get('Content-Type')?.startsWith('application/json') !== true) return false
  return Object.keys(data).every((name) => Object.hasOwn(body, name))
}

function sentOfFile({ data }: PayloadRequest): Document {
  return Object.fromEntries(Object.entries(isRecord(data) ? data : {}).filter(([name]) => FILES.has(name)))
}

function unknownFaults(data: Document, { auth, flattenedFields, slug }: SanitizedCollectionConfig): Fault[] {
  const more = auth ? ['id', 'password'] : ['id']
  return unknownIn(data, flattenedFields, { more, of: slug, prefix: '' })
}

type Place = { more: readonly string[]; of: string; prefix: string }

function unknownIn(row: Document, fields: readonly FlattenedField[], { more, of, prefix }: Place): Fault[] {
  const known = new Map(fields.map((field) => [field.name, field]))
  return Object.entries(row).flatMap(([name, value]): Fault[] => {
    const path = `${prefix}${name}`
    const field = known.get(name)
    if (field) return unknownInside(value, field, { of, path })
    if (more.includes(name)) return []
    const nearest = nearestName(name, [...known.keys(), ...more])
    return [{ path, status: 400, message: `${path} is no field of ${of}.${nearest === undefined ? '' : ` Did you mean ${prefix}${nearest}?`}` }]
  })
}

function unknownInside(value: unknown, field: FlattenedField, { of, path }: { of: string; path: string }): Fault[] {
  const inside = (row: unknown, prefix: string, fields: readonly FlattenedField[]) => (isRecord(row) ? unknownIn(row, fields, { more: ['id'], of, prefix }) : [])
  if (field.type === 'group' || field.type === 'tab') return inside(value, `${path}.`, field.flattenedFields)
  if (field.type === 'array' && Array.isArray(value)) return value.flatMap((row: unknown, index) => inside(row, `${path}.${index}.`, field.flattenedFields))
  return []
}

/** What is wrong with writing a field at all. */
async function closedFault(field: FlattenedField, { collection, data, id, operation, req }: Written): Promise<Fault | undefined> {
  const path = field.name
  if (SERVERS.has(path) || field.type === 'join' || (collection.upload && FILES.has(path))) return setByServer(path)
  const access = 'access' in field ? field.access?.[operation] : undefined
  if (!access) return undefined
  const doc = operation === 'update' ? await storedFor({ collection, id, req }) : undefined
  const isAllowed = await access({ blockData: {}, data: { ...data }, doc, ...(id === undefined ? {} : { id }), req, siblingData: { ...data } })
  return isAllowed ? undefined : { path, status: 403, message: `You may not set ${path}: leave it out.` }
}

function setByServer(path: string): Fault {
  return { path, status: 400, message: `${path} is set by the server: leave it out, or send it as it is stored.` }
}

/** The document as whoever asks reads it, so that no answer tells them more; undefined for one of many, or none. */
async function storedFor({ collection: { slug, versions }, id, req }: Pick<Written, 'collection' | 'id' | 'req'>): Promise<Document | undefined> {
  if (id === undefined) return {}
  const known = storedOf.get(req)
  if (known?.id === id && known.slug === slug) return known.found
  const doc: unknown = await req.payload.findByID({ collection: slug as CollectionSlug, id, depth: 0, disableErrors: true, draft: Boolean(versions?.drafts), overrideAccess: false, req, trash: true, user: req.user })
  const found = isRecord(doc) ? doc : undefined
  storedOf.set(req, { id, slug, found })
  return found
}

const storedOf = new WeakMap<PayloadRequest, { id: string; slug: string; found: Document | undefined }>()

/** Empty in any way is the same, and a moment in any way that it is written. */
function isSame(sent: unknown, stored: unknown): boolean {
  return plain(sent) === plain(stored)
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '' || value === false) return ''
  // A page of a list of documents.
  if (isRecord(value) && Array.isArray(value.docs)) return plain(value.docs.map((doc: unknown) => (isRecord(doc) ? doc.id : doc)))
  if (Array.isArray(value) && value.length === 0) return ''
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
