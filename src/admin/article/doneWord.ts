import type { NextStep } from '../../articles/stages'
import type { WordKey } from '../../i18n/admin/useWords'

/** What is said when a step was taken. */
export function doneWord({ needsNote, to }: NextStep): WordKey {
  if (to === 'draft') return needsNote ? 'done:sentBack' : 'done:takenBack'
  return to === 'submitted' && needsNote ? 'done:returned' : `done:${to}`
}
