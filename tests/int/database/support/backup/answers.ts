import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { exportArticles } from '../../../../../src/export/exportArticles'
import { siteOptions } from '../../../../../src/formats/syndication/site'
import { emailOf, PASSWORD, PEOPLE } from './randomNewsroom'
import type { Project } from './project'

/** Lists of the API. Not the log of sign-ins, nor what only one engine has. */
const LISTS = ['articles', 'authors', 'sections', 'tags', 'media', 'pages', 'redirects', 'share-links', 'api-clients', 'article-events', 'users', 'payload-jobs', 'payload-preferences']

/** Fields that hold the id of a document as it is, and of which collection. */
const COUNTED: Readonly<Record<string, string>> = { by: 'users', createdBy: 'users', user: 'users', heroImage: 'media', image: 'media', photo: 'media', picture: 'media', onPage: 'pages', parent: 'pages' }

/** What changes by being asked, and what the engines answer differently: pages of nothing, and joins. */
const LEFT_OUT = ['sessions', 'lockUntil', 'loginAttempts', 'lastUsedAt', 'hasNextPage', 'pagingCounter', 'totalPages', 'articles', 'events']

/** Ids that have the same form everywhere; those of versions, of rows and of what a project counts are the database's own. */
const KEPT = /^(?:articles|authors|sections|tags|share-links|api-clients|article-events) /

type Names = Map<string, string>

/**
 * All that a newsroom answers, to everybody, with names in the place of ids: two newsrooms that answer the same are the same,
 * whatever the ids are. What is empty, MongoDB leaves out and SQLite says.
 */
export async function answersOf({ get, logIn, payload }: Project): Promise<Record<string, unknown>> {
  const names = await namesOf(payload)
  const answers: Record<string, unknown> = {}
  const tokens: [string, string | undefined][] = [['anonymous', undefined]]
  for (const role of PEOPLE) tokens.push([role, await logIn(emailOf(role), PASSWORD)])
  for (const [who, token] of tokens) {
    for (const list of LISTS) {
      // Payload never answers where relations in blocks of several rich texts are to be filled in (3.90.1).
      for (const query of [`depth=0&limit=100&trash=true${list === 'pages' ? '&locale=all' : ''}`, `depth=${list === 'pages' ? '0' : '2'}&limit=100&draft=true`]) {
        answers[`${who}: ${list}?${query}`] = named(await get(`${list}?${query}`, token), names)
      }
    }
    for (const list of ['articles/versions', 'pages/versions', 'globals/footer/versions', 'globals/footer']) {
      answers[`${who}: ${list}`] = named(await get(`${list}?depth=0&limit=100&locale=all`, token), names)
    }
    answers[`${who}: search`] = named(await get('articles?depth=0&limit=100&where[search][like]=w', token), names)
  }
  return { ...answers, ...(await exported(payload, names)) }
}

/** A name for each document that is the same in every database: its collection and its place among those by time and content. */
async function namesOf(payload: Payload): Promise<Names> {
  const names: Names = new Map()
  for (const slug of Object.keys(payload.collections)) {
    if (slug === 'payload-kv') continue
    const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({ collection: slug as CollectionSlug, limit: 0, pagination: false })
    const keyed = docs.map(({ id, ...doc }) => ({ id, key: `${String(doc.createdAt)} ${String(doc.email ?? doc.slug ?? doc.filename ?? doc.key ?? doc.from ?? '')}` }))
    for (const [index, { id }] of keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).entries()) names.set(typeof id === 'number' ? `${slug}:${String(id)}` : id, `${slug} ${String(index)}`)
  }
  return names
}

function named(value: unknown, names: Names, key = '', holder: Record<string, unknown> = {}): unknown {
  if (Array.isArray(value)) {
    const list = value.map((each) => named(each, names, key, holder))
    // Lists of documents come in an order of their own where times are the same.
    return key === 'docs' ? list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list
  }
  if (typeof value === 'object' && value !== null) {
    const own = value as Record<string, unknown>
    const entries = Object.entries(own).flatMap(([name, each]): [string, unknown][] => {
      if (LEFT_OUT.includes(name)) return []
      const found = named(each, names, name, own)
      return isEmpty(found) ? [] : [[name, found]]
    })
    return Object.fromEntries(entries.filter(([name, each]) => name !== 'id' || KEPT.test(String(each))).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  if (typeof value === 'number') {
    const slug = key === 'value' ? String(holder.relationTo) : COUNTED[key]
    return names.get(`${slug ?? ''}:${String(value)}`) ?? value
  }
  return typeof value === 'string' ? inText(value, names) : value
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/g

function inText(text: string, names: Names): string {
  return text.replace(IDS, (id) => names.get(id) ?? id)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
}

async function exported(payload: Payload, names: Names): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-answers-'))
  try {
    const steps = exportArticles(payload, { folder, query: { format: 'ninjs', section: null, since: null, status: 'all' }, resume: false, site: siteOptions() })
    for (let next = await steps.next(); !next.done; next = await steps.next()) continue
    const files = (await readdir(folder)).filter((name) => name !== 'manifest.json').sort()
    return Object.fromEntries(await Promise.all(files.map(async (name) => [`export: ${name}`, inText(await readFile(path.join(folder, name), 'utf8'), names)] as const)))
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
