'use client'
import { useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'

/** Calls back on Ctrl+Enter, or Command+Enter, wherever the cursor is, unless something is open in front of the page. */
export function useNextStepKey(onPress: () => void): void {
  const { modalState } = useModal()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    const isCovered = Object.values(modalState).some(({ isOpen }) => isOpen) || document.querySelector('dialog[open]') !== null
    if (isCovered) return
    event.preventDefault()
    event.stopPropagation()
    onPress()
  })
  useEffect(() => {
    const leaving = new AbortController()
    // Before the text sees it, which would begin a line.
    document.addEventListener('keydown', (event) => press(event), { capture: true, signal: leaving.signal })
    return () => leaving.abort()
  }, [])
}
