import type { NextStep } from '../../workflow/stages'
import type { WordKey } from './useWords'

/** What a step is called: back, when it needs a note. */
export function stepWord({ needsNote, to }: NextStep): WordKey {
  if (!needsNote) return to === 'draft' ? 'stepBack:draft' : `step:${to}`
  return to === 'draft' || to === 'submitted' || to === 'in-review' ? `stepBack:${to}` : `step:${to}`
}
