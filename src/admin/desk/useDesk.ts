'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '../../desk/types'

/** How often the desk is read again while somebody looks at it. */
const EVERY_MS = 4000

export type DeskState = { desk: Desk; isStale: boolean; refresh: () => Promise<void> }

/**
 * The desk as it is now: read again every few seconds, and at once when the page comes back into view or `query`
 * changes; left alone while nobody looks.
 *
 * @param url the endpoint
 * @param query the filters, as they stand in the address
 */
export function useDesk({ initial, query, url }: { initial: Desk; query: string; url: string }): DeskState {
  const [desk, setDesk] = useState(initial)
  const [isStale, setIsStale] = useState(false)

  const read = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const response = await fetch(`${url}?${withToday(query)}`, { credentials: 'include', signal: signal ?? null })
        if (response.ok) setDesk(await response.json())
        setIsStale(!response.ok)
      } catch {
        if (!signal?.aborted) setIsStale(true)
      }
    },
    [query, url],
  )

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const readIfSeen = () => {
      if (document.visibilityState === 'visible') void read(signal)
    }
    readIfSeen()
    const timer = setInterval(readIfSeen, EVERY_MS)
    document.addEventListener('visibilitychange', readIfSeen, { signal })
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [read])

  return { desk, isStale, refresh: read }
}

/** The day begins at midnight in the browser's time zone, not the server's. */
function withToday(query: string): string {
  const params = new URLSearchParams(query)
  params.set('today', new Date(new Date().setHours(0, 0, 0, 0)).toISOString())
  return params.toString()
}
