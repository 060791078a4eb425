'use client'
import { useEffect, useState } from 'react'

/** Up to so wide, Payload puts what is at the side below the text. */
const NARROW = '(max-width: 1024px)'

/** Where the panel goes on a narrow page: before the text, as the next step must not lie below it. Undefined where there is room at the side. */
export function useHost(): HTMLElement | undefined {
  const [host, setHost] = useState<HTMLElement>()
  useEffect(() => {
    const narrow = window.matchMedia(NARROW)
    const made = document.createElement('div')
    made.className = 'panel-before-text'
    const place = () => {
      const fields = narrow.matches ? document.querySelector('.collection-edit--articles .document-fields__edit, .collection-edit--articles .document-fields') : null
      fields?.prepend(made)
      if (!fields) made.remove()
      setHost(fields ? made : undefined)
    }
    place()
    narrow.addEventListener('change', place)
    return () => {
      narrow.removeEventListener('change', place)
      made.remove()
    }
  }, [])
  return host
}
