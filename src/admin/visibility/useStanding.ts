'use client'
import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ArticleStanding } from '../../desk/standing'
import { visibilityOf } from '../../articles/visibility'
import type { Visibility } from '../../articles/visibility'
import { useSlugs } from '../useSlugs'

/** How often it is asked again while somebody looks: a colleague or a schedule may change it. */
const EVERY_MS = 5000

/** Whether readers can see the article on the page; undefined until the server has answered, and for an article that is not saved yet. */
export function useStanding(): ArticleStanding | undefined {
  const { config } = useConfig()
  const slugs = useSlugs()
  const { hasPublishedDoc, id, isTrashed, lastUpdateTime, unpublishedVersionCount } = useDocumentInfo()
  const [standing, setStanding] = useState<ArticleStanding>()
  const url = id === undefined ? undefined : `${config.routes.api}/${slugs.articles}/${id}/visibility`
  useEffect(() => {
    if (url === undefined) return
    const leaving = new AbortController()
    const { signal } = leaving
    const read = () => {
      if (document.visibilityState !== 'visible') return
      fetch(url, { credentials: 'include', signal })
        .then((response) => (response.ok ? response.json() : undefined))
        .then((found: ArticleStanding | undefined) => found && setStanding(found))
        .catch(() => undefined)
    }
    read()
    const timer = setInterval(read, EVERY_MS)
    document.addEventListener('visibilitychange', read, { signal })
    window.addEventListener(STANDING_CHANGED, read, { signal })
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [hasPublishedDoc, isTrashed, lastUpdateTime, unpublishedVersionCount, url])
  return standing
}

const STANDING_CHANGED = 'dateline:standing-changed'

/** Has everything on the page that shows the visibility ask again. */
export function refreshStanding(): void {
  window.dispatchEvent(new Event(STANDING_CHANGED))
}

/** The one answer for the article on the page: the server's, and what the form says until that has come. */
export function useVisibility(): Visibility {
  const standing = useStanding()
  const { hasPublishedDoc, isTrashed, unpublishedVersionCount } = useDocumentInfo()
  const pubStatus = useFormFields(([fields]) => textOf(fields.pubStatus?.value))
  const publishedAt = useFormFields(([fields]) => textOf(fields.publishedAt?.value))
  const embargoUntil = useFormFields(([fields]) => textOf(fields.embargoUntil?.value))
  if (standing) return standing
  const main = { _status: hasPublishedDoc ? 'published' : 'draft', deletedAt: isTrashed ? new Date() : null, embargoUntil, publishedAt, pubStatus }
  return visibilityOf({ main, newest: { ...main, _status: unpublishedVersionCount > 0 ? 'draft' : main._status } })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
