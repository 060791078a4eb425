import type { WordKey } from '../../i18n/admin/useWords'

type Step = { title: WordKey; text: WordKey }

/** The way of a story, as the tour tells it: journalists submit what editors publish. */
export function stepsFor(isEditor: boolean): readonly Step[] {
  return [
    { title: 'desk:title', text: 'tour:desk' },
    { title: 'tour:openTitle', text: 'tour:open' },
    isEditor ? { title: 'step:published', text: 'tour:publish' } : { title: 'step:submitted', text: 'tour:submit' },
  ]
}

/** How many steps somebody has seen, by what is kept of them: none, where it is nothing that the tour has written. */
export function stepsSeen(kept: unknown): number {
  const seen = typeof kept === 'object' && kept !== null && 'seen' in kept ? kept.seen : 0
  return typeof seen === 'number' && Number.isInteger(seen) && seen > 0 ? seen : 0
}
