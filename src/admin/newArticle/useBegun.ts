'use client'
import { useAllFormFields, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { jumpTo } from '../article/jumpTo'
import { dropBegun, readBegun } from './begun'

/** How often the page looks for the field, and how many times. */
const LOOK_EVERY_MS = 100
const LOOKS = 100

/** Goes on where the page of a new article left off: what was typed since it was stored, and the cursor. */
export function useBegun(): void {
  const { id } = useDocumentInfo()
  const { setModified } = useForm()
  const [fields, dispatch] = useAllFormFields()
  // The form takes up its first values after the effects of what is in it.
  const [isMounted, setIsMounted] = useState(false)
  useEffect(() => setIsMounted(true), [])
  const isReady = isMounted && fields.headline !== undefined
  const goOn = useEffectEvent(() => {
    const begun = id === undefined ? undefined : readBegun(sessionStorage, String(id))
    if (!begun) return undefined
    dropBegun(sessionStorage, String(id))
    const headline = begun.headline.trim()
    if (headline !== '' && headline !== fields.headline?.value) {
      dispatch({ type: 'UPDATE', path: 'headline', value: headline })
      setModified(true)
    }
    return focusHeadline()
  })
  useEffect(() => (isReady ? goOn() : undefined), [isReady])
}

/** Puts the cursor into the headline as soon as it is there, unless somebody has put it elsewhere. */
function focusHeadline(): () => void {
  let looks = 0
  const timer = setInterval(() => {
    looks += 1
    const place = document.querySelector<HTMLInputElement>('#field-headline')
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body
    if (place && !isElsewhere) {
      jumpTo('headline')
      requestAnimationFrame(() => place.setSelectionRange(place.value.length, place.value.length))
    }
    if (place || isElsewhere || looks >= LOOKS) clearInterval(timer)
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
