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

/**
 * Offers what tabs that are closed now have left unsaved, one copy after the other; open tabs save what is theirs.
 *
 * @param stored the document as the server last told it: what a form holds may be typed, and not stored
 */
export function useOffered({ document, tab, user }: Place, stored: () => Values): Offered {
  const [copy, setCopy] = useState<LocalCopy>()
  const ended = useRef<AbortSignal>(undefined)

  const offer = useEffectEvent(async (signal: AbortSignal) => {
    const copies = copiesOf(browserStore(), user, document).filter((each) => tabOf(each) !== tab)
    const open = await openAmong(copies.map(tabOf))
    if (signal.aborted) return
    const left = copies.filter((each) => !open.has(tabOf(each)))
    const isStored = ({ fields }: LocalCopy) => Object.keys(fields).every((name) => !differs(name, fields, stored()))
    // Of a tab that closed before it heard that all was stored.
    for (const each of left) if (isStored(each)) browserStore()?.removeItem(each.key)
    const unstored = left.filter((each) => !isStored(each))
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
