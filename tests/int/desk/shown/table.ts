import { STATES } from './states'
import type { State } from './states'
import { LOUD, PLAIN, QUIET } from './writes'

/**
 * What readers have after a write: `=` to the letter what they had; else the words under the headline, the status that they are
 * answered with, or the words at another address, to which the old one leads (`moved`) or does not, as nobody knew it (`new`).
 */
export type Outcome = '=' | '404' | '410' | 'asked' | 'begun' | 'moved' | 'new' | 'pending'

/** What becomes of a loud write, in columns as in STATES. Short for: asked, begun, pending, moved, new, withdrawn (410), gone (404). */
const CELLS: Readonly<Record<string, Outcome>> = { '=': '=', a: 'asked', b: 'begun', g: '404', m: 'moved', n: 'new', p: 'pending', w: '410' }
const ROWS: readonly [cells: string, ...writes: string[]][] = [
  // draft, ready, scheduled | embargoed, future | published, edited, ending, changing | unpublished, withheld, withdrawn | trashed draft, trashed | locked
  ['aaa == aaaa a== == =', 'PATCH published', 'PATCH draft=true, published', 'PATCH of many, published', 'the SDK, published', 'GraphQL published'],
  // Code of the newsroom's own asks for no lock.
  ['aaa == aaaa a== == a', 'the Local API, published'],
  ['=== == gggg ==g == =', 'PATCH published, withheld', 'PATCH published, an embargo'],
  ['aaa aa aaaa aaa == =', 'PATCH published, usable at once'],
  ['=== == wwww ww= == =', 'PATCH published, canceled'],
  ['=== == wwww www == w', 'withdraw', 'PATCH canceled', 'PATCH of many, canceled', 'GraphQL canceled'],
  ['=== == gggg === == g', 'PATCH unpublished', 'unpublish', 'PATCH of many, unpublished', 'GraphQL unpublished'],
  ['=== == gggg ==g == g', 'PATCH withheld'],
  ['bbb == bpbp b== == b', 'a publication that comes due'],
  ['=== == gggg === == g', 'an end that comes due'],
  ['==b == ==gp === == =', 'what it waits for'],
  ['=== == bbbb b== == =', 'restoring the first version', 'GraphQL restoring'],
  ['=== == bbbb b== == b', 'the Local API restoring'],
  ['=== == gggg ==g == =', 'trash', 'trash draft=true', 'trash many', 'GraphQL trash'],
  ['=== == b=b= === == =', 'untrash'],
  ['=== == ==== === == =', 'untrash draft=true'],
  ['aaa == aaaa a== aa =', 'untrash published'],
  ['=== == gggg ==g == =', 'delete'],
  ['nnn == mmmm m== == =', 'PATCH published, a slug'],
  ['a== == a=a= === == a', 'agency: newer copy, published'],
  ['=== == wwww =w= == w', 'agency: a kill by an editor'],
]

/** Where a write without `_status` changes what readers have, as docs/workflow.md says; a newer draft beside it has it refused. */
const PLAINLY: readonly State[] = ['published', 'ending']

export type Cell = { write: string; state: State; expected: Outcome; refused: boolean | undefined }

function outcomeOf(write: string, state: State): Outcome {
  if (write in QUIET) return '='
  if (write in PLAIN) return PLAINLY.includes(state) || (state === 'locked' && write === 'the Local API') ? 'asked' : '='
  const [cells] = ROWS.find(([, ...writes]) => writes.includes(write)) ?? ['']
  const outcome = CELLS[cells.replaceAll(' ', '')[STATES.indexOf(state)] ?? '']
  if (!outcome) throw new Error(`${write} has no row.`)
  return outcome
}

/** Whether a write that does not ask for a change is refused; undefined where that is not the matter here. */
function isRefused(write: string, state: State): boolean | undefined {
  if (!(write in QUIET) || write.startsWith('agency')) return undefined
  const isTrashed = state === 'trashed' || state === 'trashed draft'
  if (write.includes('stale revision') || write.includes('in use')) return true
  if (write.includes('copy')) return isTrashed
  if (write.startsWith('scheduling')) return isTrashed || (state === 'withdrawn' && write.endsWith('to publish'))
  if (/^(PATCH|the SDK|sending|taking it into|restoring|GraphQL)/.test(write)) return isTrashed || state === 'locked'
  return isTrashed && write.startsWith('the Local API')
}

/** Every write in every state. */
export const TABLE: readonly Cell[] = Object.keys({ ...QUIET, ...PLAIN, ...LOUD }).flatMap((write) =>
  STATES.map((state) => ({ write, state, expected: outcomeOf(write, state), refused: isRefused(write, state) })),
)
