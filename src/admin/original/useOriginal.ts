'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { OriginalLine } from '../../ingest/original/originalLines'
import { useSlugs } from '../useSlugs'

/** The original of the article on the page: being read, read, or not to be had just now. */
export type Original = 'failed' | 'waiting' | readonly OriginalLine[]

/** The original, read once when it is first wanted: it does not change. */
export function useOriginal(isWanted: boolean): Original {
  const { config } = useConfig()
  const slugs = useSlugs()
  const { id } = useDocumentInfo()
  const [original, setOriginal] = useState<Original>('waiting')
  const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${slugs.articles}/${String(id)}/original` })
  const isMissing = isWanted && id !== undefined && original === 'waiting'
  useEffect(() => {
    if (!isMissing) return
    const leaving = new AbortController()
    fetch(url, { credentials: 'include', signal: leaving.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
      .then(({ lines }: { lines: OriginalLine[] }) => setOriginal(lines))
      .catch(() => {
        if (!leaving.signal.aborted) setOriginal('failed')
      })
    return () => leaving.abort()
  }, [isMissing, url])
  return original
}
