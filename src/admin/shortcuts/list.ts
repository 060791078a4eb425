import type { WordKey } from '../../i18n/admin/useWords'

/** A key as it is printed; `Mod` is Ctrl, or Command on a Mac. */
type Key = 'B' | 'Enter' | 'Esc' | 'I' | 'Mod' | 'S' | 'Tab' | 'Z' | '/' | '?'

/** Keys that are pressed together, and what they do. */
type Shortcut = { keys: readonly Key[]; does: WordKey }

/** What can be done by keys alone, by the page it is done on. */
export const SHORTCUTS: readonly { place: WordKey; shortcuts: readonly Shortcut[] }[] = [
  {
    place: 'shortcuts:article',
    shortcuts: [
      { keys: ['Mod', 'Enter'], does: 'shortcuts:nextStep' },
      { keys: ['Mod', 'S'], does: 'shortcuts:save' },
    ],
  },
  {
    place: 'shortcuts:text',
    shortcuts: [
      { keys: ['Mod', 'B'], does: 'shortcuts:bold' },
      { keys: ['Mod', 'I'], does: 'shortcuts:italic' },
      { keys: ['/'], does: 'shortcuts:insert' },
      { keys: ['Mod', 'Z'], does: 'shortcuts:undo' },
    ],
  },
  {
    place: 'desk:title',
    shortcuts: [
      { keys: ['Tab'], does: 'shortcuts:nextCard' },
      { keys: ['Enter'], does: 'shortcuts:openCard' },
    ],
  },
  {
    place: 'shortcuts:everywhere',
    shortcuts: [
      { keys: ['Esc'], does: 'shortcuts:close' },
      { keys: ['?'], does: 'shortcuts:help' },
    ],
  },
]
