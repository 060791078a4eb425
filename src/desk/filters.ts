import type { Where } from 'payload'

/** What the desk is narrowed down to; ids of documents. */
export type DeskFilters = {
  section?: string | undefined
  author?: string | undefined
  tag?: string | undefined
  /** Only what the person who asks began or signs. */
  mine: boolean
  /** When their day began. */
  today: Date
}

/** Reads filters from the address of a request, or says what is wrong with them. */
export function readDeskFilters(params: URLSearchParams, now = new Date()): DeskFilters | { fault: string } {
  const mine = params.get('mine') ?? 'false'
  if (mine !== 'true' && mine !== 'false') return { fault: `mine is true or false, not "${mine}".` }
  const today = params.get('today')
  const since = today === null ? startOfDay(now) : new Date(today)
  if (!Number.isFinite(since.getTime())) return { fault: `today is the moment the day began, such as ${startOfDay(now).toISOString()}, not "${String(today)}".` }
  const id = (name: string) => params.get(name) || undefined
  return { section: id('section'), author: id('author'), tag: id('tag'), mine: mine === 'true', today: since }
}

/** The filters as conditions, `mine` left out: whose an article is, is a rule of access. */
export function filtersWhere({ author, section, tag }: DeskFilters): Where[] {
  return [
    ...(section === undefined ? [] : [{ section: { equals: section } }]),
    ...(author === undefined ? [] : [{ 'bylines.author': { equals: author } }]),
    ...(tag === undefined ? [] : [{ tags: { equals: tag } }]),
  ]
}

function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}
