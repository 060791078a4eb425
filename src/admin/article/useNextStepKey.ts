'use client'
import { useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Calls back on Ctrl+Enter, or Command+Enter, wherever the cursor is, unless something is open in front of the page. A key
 * pressed while the page saves waits for that, and counts if the next step is still the one that the page showed.
 */
export function useNextStepKey(step: string | undefined, { isSaving, onPress }: { isSaving: boolean; onPress: () => void }): void {
  const { modalState } = useModal()
  const [pressedFor, setPressedFor] = useState<string>()
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    const isCovered = Object.values(modalState).some(({ isOpen }) => isOpen) || document.querySelector('dialog[open]') !== null
    if (isCovered) return
    event.preventDefault()
    event.stopPropagation()
    if (isSaving) setPressedFor(step)
    else onPress()
  })
  const pressWaiting = useEffectEvent(() => {
    if (pressedFor === undefined || isSaving) return
    setPressedFor(undefined)
    if (pressedFor === step) onPress()
  })
  useEffect(() => pressWaiting(), [isSaving])
  useEffect(() => {
    const leaving = new AbortController()
    // Before the text sees it, which would begin a line.
    document.addEventListener('keydown', (event) => press(event), { capture: true, signal: leaving.signal })
    return () => leaving.abort()
  }, [])
}
