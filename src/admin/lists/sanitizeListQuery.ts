import { parse, stringify } from 'qs-esm'
import { queryFault } from '../../validation/queryFault'
import type { QueryModel } from '../../validation/queryFault'
import { searchable } from '../../articles/search/question'

/** The query of an address, as Next hands it over. */
export type SearchParams = Record<string, string | string[]>

/** What of an address a list could not be asked for: its search is cut short, all else is left out. */
export type Unasked = 'filter' | 'search'

/** As many documents as a list of the admin UI shows on a page. */
const MAX_LIMIT = 250

/** As Payload reads them (its RootPage). */
const MAX_DEPTH = 10

/**
 * The query of a list's address as far as a list can be asked for it. Payload shows a blank page for what its database
 * or our rules refuse, and keeps a sort and a limit for the next visit whether or not they can be asked for.
 *
 * @param model the list's collection, and what the caller may read
 */
export function sanitizeListQuery(params: SearchParams, model: QueryModel): { params: SearchParams; unasked: Unasked | undefined } {
  const { columns, limit, page, preset, queryByGroup, search, sort, where } = parse(stringify(params), { depth: MAX_DEPTH })
  const short = typeof search === 'string' ? searchable(search.replaceAll('\0', '')) : undefined
  const isRefused: Readonly<Record<string, boolean>> = {
    columns: isGiven(columns) && !isColumns(columns),
    limit: isGiven(limit) && !isLimit(limit),
    page: queryFault({ page }, model) !== undefined,
    // Nothing here has them.
    preset: isGiven(preset),
    queryByGroup: isGiven(queryByGroup),
    sort: queryFault({ sort }, model) !== undefined,
    where: queryFault({ where }, model) !== undefined,
  }
  const sound = Object.entries(params).flatMap(([name, value]): [string, string | string[]][] => {
    const [first = ''] = name.split('[')
    if (first === 'search') return short === undefined ? [] : [[name, short]]
    return isRefused[first] === true ? [] : [[name, value]]
  })
  const unasked = short !== search ? 'search' : Object.values(isRefused).some(Boolean) ? 'filter' : undefined
  return { params: Object.fromEntries(sound), unasked }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== ''
}

function isLimit(limit: unknown): boolean {
  return typeof limit === 'string' && /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= MAX_LIMIT
}

/** The names of columns, as Payload writes them: a list as JSON, those not shown with a minus before them. */
function isColumns(columns: unknown): boolean {
  try {
    const names: unknown = typeof columns === 'string' ? JSON.parse(columns) : columns
    return Array.isArray(names) && names.every((name) => typeof name === 'string')
  } catch {
    return false
  }
}
