'use client'
import { usePreferences } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { stepsSeen } from './steps'

/** What the preference of how far somebody is in the tour is called. */
const KEY = 'tour'

/** `step` counts from 0; it is missing until it is known, and once the tour is over. */
export type TourState = { next: () => void; skip: () => void; step: number | undefined }

/** The step that this person has reached in a tour of `length` steps. It is stored for them, so that the tour continues there and does not start again. */
export function useTour(length: number): TourState {
  const { getPreference, setPreference } = usePreferences()
  const [seen, setSeen] = useState(length)

  useEffect(() => {
    let isLeft = false
    void getPreference<unknown>(KEY).then((kept) => {
      if (!isLeft) setSeen(stepsSeen(kept))
    })
    return () => {
      isLeft = true
    }
  }, [getPreference])

  const see = useCallback(
    (steps: number) => {
      setSeen(steps)
      void setPreference(KEY, { seen: steps })
    },
    [setPreference],
  )
  const skip = useCallback(() => see(length), [length, see])
  const isShown = seen < length

  useEffect(() => {
    if (!isShown) return
    const leaving = new AbortController()
    const skipByKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isForTour(event.target)) skip()
    }
    document.addEventListener('keydown', skipByKey, { signal: leaving.signal })
    return () => leaving.abort()
  }, [isShown, skip])

  return { next: () => see(seen + 1), skip, step: isShown ? seen : undefined }
}

/** Whether a key is meant for the tour: pressed in it, or nowhere; a menu or a note that is open has its own Escape. */
function isForTour(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('[data-tour]') !== null)
}
