import type { NextStep } from '../../articles/stages'
import type { WordKey } from './useWords'

/** What a step is called: sent back, when it needs a note. */
export function stepWord({ needsNote, to }: NextStep): WordKey {
  if (!needsNote) return `step:${to}`
  return to === 'draft' || to === 'submitted' || to === 'in-review' ? `stepBack:${to}` : `step:${to}`
}
