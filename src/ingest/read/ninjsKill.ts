import { idInArticleUri } from '../../formats/urls'
import type { WireError, WireItem } from '../item'
import { plainToLexical } from '../lexical'
import { childOf, childrenOf, textOf } from './fields'
import type { Field } from './fields'
import { isKilledByNote } from './heldByWords'
import type { Reading } from './reading'
import { isKill, present } from './values'

/** What readers of the public are told is no longer than this. */
const MAX_NOTICE = 1_000

/** What our own export tells receivers: it is no notice for readers, as "MANDATORY KILL" is none. */
const OWN_INSTRUCTION = 'Withdrawn. Do not publish; remove it where it was published.'

/** Keys under which agencies wrap a list of items (Superdesk: `_items`). */
export const ENVELOPES: readonly string[] = ['items', '_items']

/** Where the spellings of the publishing status are looked for, in a status that is an object. */
const STATUS_KEYS = ['qcode', 'literal', 'uri', 'value', 'code', 'name']

/** The names under which a withdrawal is said, folded. */
const STATUS_NAMES: readonly string[] = ['pubstatus', 'state', 'status', 'profile']

/**
 * The withdrawal of a story (a kill, IPTC `canceled`, Superdesk's `state`); undefined for any other item. It needs the id
 * alone: whatever else the item has or lacks, or has wrong, does not count. Names are read in any letter case.
 */
export function readKill(reading: Reading): WireItem | undefined {
  const status = STATUS_NAMES.flatMap((name) => fieldsOf(reading.root, name)).find((field) => statusWords(field).some(isKill))
  return status && withdrawalOf(reading, status)
}

/** Whether an item is a withdrawn story from the export of a newsroom like this one, with all its text; what it tells others has none. */
export function isWithdrawnWhole(root: Field): boolean {
  const said = (name: string) => textOf(childOf(root, name))
  return said('type') === 'text' && said('pubStatus') === 'canceled' && said('representationType') === 'full' && idInArticleUri(said('uri')) !== undefined
}

/** An item whose status is not known, as the withdrawal that it may be. */
export function readDoubtfulKill(reading: Reading, status: Field, faults: readonly WireError[]): WireItem {
  return { ...withdrawalOf(reading, status), faults }
}

/** The id of the story that an item is, or withdraws. */
export function storyId(root: Field): string | undefined {
  return textOf(fieldOf(root, 'uri') ?? fieldOf(root, 'guid'))
}

function withdrawalOf({ claims, root }: Reading, status: Field): WireItem {
  const guid = fieldOf(root, 'uri') ?? fieldOf(root, 'guid')
  const note = fieldOf(root, 'ednote')
  const headline = fieldOf(root, 'headline') ?? fieldOf(root, 'title')
  claims.take(status, 'pubStatus')
  claims.take(guid, 'guid')
  const words = textOf(note)
  const notice = words === OWN_INSTRUCTION || isKilledByNote(words ?? '') ? undefined : words?.slice(0, MAX_NOTICE)
  if (notice !== undefined) claims.take(note, 'notice')
  return present<WireItem>({
    format: 'ninjs',
    guid: textOf(guid),
    headline: textOf(headline),
    body: plainToLexical([]),
    bylines: [],
    tags: [],
    version: textOf(fieldOf(root, 'version')),
    pubStatus: 'canceled',
    notice,
    status: 'published',
    provider: textOf(fieldOf(root, 'provider')),
  })
}

/** All words of a status: a text, a list, or an object with a code or a name. */
export function statusWords(status: Field): string[] {
  const text = textOf(status)
  if (text !== undefined) return [text]
  const children = childrenOf(status)
  if (Array.isArray(status.value)) return children.flatMap((child) => (Array.isArray(child.value) ? [] : statusWords(child)))
  return children.flatMap((child) => (STATUS_KEYS.includes((lastKey(child) ?? '').toLowerCase()) ? (textOf(child) ?? []) : []))
}

function fieldOf(root: Field, name: string): Field | undefined {
  return fieldsOf(root, name)[0]
}

function fieldsOf(root: Field, name: string): Field[] {
  return childrenOf(root).filter((field) => lastKey(field)?.toLowerCase().replace(/[-_]/g, '') === name && field.value !== null && field.value !== '')
}

function lastKey({ parent, path }: Field): string | undefined {
  if (!parent) return undefined
  const rest = path.slice(parent.path.length)
  return rest.startsWith('.') ? rest.slice(1) : undefined
}
