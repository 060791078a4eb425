'use client'
import { useEffectEvent, useRef, useState } from 'react'
import { browserStore, copiesOf, tabOf } from './localCopy'
import type { LocalCopy, Place } from './localCopy'
import { onTabClosed, openAmong } from './openTabs'
import { differs } from './values'
import type { Values } from './values'

export type Offered = {
  copy: LocalCopy | undefined
  /** Looks for copies until the signal ends it. */
  start: (signal: AbortSignal) => void
  /** Deletes the offered copy, and offers the next one. */
  drop: () => void
}

type Form = {
  /** The document as the server last told it: what a form holds may be typed, and not stored. */
  stored: () => Values
  values: () => Values
  /** Counts these fields of the form as typed and not stored. */
  adopt: (names: readonly string[]) => void
}

/**
 * Offers what tabs that are closed now have left unsaved, one copy after the other; open tabs save what is theirs. Payload may
 * put up the form anew while somebody types, with what they typed in it: that is saved without being offered.
 */
export function useOffered({ document, tab, user }: Place, { adopt, stored, values }: Form): Offered {
  const [copy, setCopy] = useState<LocalCopy>()
  const ended = useRef<AbortSignal>(undefined)

  const offer = useEffectEvent(async (signal: AbortSignal) => {
    const copies = copiesOf(browserStore(), user, document).filter((each) => tabOf(each) !== tab)
    const open = await openAmong(copies.map(tabOf))
    if (signal.aborted) return
    const left = copies.filter((each) => !open.has(tabOf(each)))
    const isIn = ({ fields }: LocalCopy, holder: Values) => Object.keys(fields).every((name) => !differs(name, fields, holder))
    const unstored: LocalCopy[] = []
    for (const each of left) {
      // A tab that closed before it heard that all was stored.
      const isStored = isIn(each, stored())
      if (!isStored && isIn(each, values())) adopt(Object.keys(each.fields))
      else if (!isStored) {
        unstored.push(each)
        continue
      }
      browserStore()?.removeItem(each.key)
    }
    setCopy(unstored[0])
    for (const closing of open) onTabClosed(closing, () => void offer(signal), signal)
  })
  const start = (signal: AbortSignal) => {
    ended.current = signal
    void offer(signal)
  }
  return {
    copy,
    start,
    drop: () => {
      if (copy) browserStore()?.removeItem(copy.key)
      if (ended.current) start(ended.current)
    },
  }
}
