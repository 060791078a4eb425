'use client'
import { useEffect, useState } from 'react'
import { useSlugs } from '../useSlugs'

/** Up to so wide, Payload puts what is at the side below the text. */
const NARROW = '(max-width: 1024px)'

/** Where the panel goes on a narrow page: before the text, as the next step must not lie below it. Undefined where there is room at the side. */
export function useHost(): HTMLElement | undefined {
  const { articles } = useSlugs()
  const [host, setHost] = useState<HTMLElement>()
  useEffect(() => {
    const narrow = window.matchMedia(NARROW)
    const made = document.createElement('div')
    const page = `.collection-edit--${articles}`
    made.className = 'panel-before-text'
    const place = () => {
      const fields = narrow.matches ? document.querySelector(`${page} .document-fields__edit, ${page} .document-fields`) : null
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
  }, [articles])
  return host
}
