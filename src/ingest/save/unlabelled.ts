import { killInHeadline, withoutKillLabel } from '../house'
import type { Kill } from '../house'
import type { WireItem } from '../item'
import type { Story } from './types'

/** A story as it may have come before a label killed it, and how certain the label is. */
export type Unlabelled = { kill: Kill; stories: readonly Story[] }

const found = new WeakMap<WireItem, Unlabelled>()

/**
 * The story without the label in its headline that kills it, for a story without an id of its own: such a story is known by
 * its headline. Undefined for any other. Found out once for each.
 */
export function unlabelled(story: Story): Unlabelled | undefined {
  const { item } = story
  const { guid, headline, localId } = item
  if (headline === undefined || guid !== undefined || localId !== undefined) return undefined
  if (item.takesBack === undefined && item.pubStatus !== 'canceled') return undefined
  const before = found.get(item)
  if (before) return before
  const kill = killInHeadline(headline)
  if (kill === undefined) return undefined
  const stories = withoutKillLabel(headline).map((bare): Story => ({ ...story, item: { ...item, headline: bare, status: 'published', pubStatus: 'usable' } }))
  const result = { kill, stories }
  found.set(item, result)
  return result
}
