'use client'
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useWords } from '../../i18n/admin/useWords'

/** An article without a headline is called so, not by its id. */
export function useTitle(): void {
  const { t } = useWords()
  const { id } = useDocumentInfo()
  const { setDocumentTitle, title } = useDocumentTitle()
  const isId = id !== undefined && title === String(id)
  useEffect(() => {
    if (!isId) return
    // Payload sets its own in an effect of the same moment, which runs last.
    const timer = setTimeout(() => setDocumentTitle(t('desk:noHeadline')))
    return () => clearTimeout(timer)
  }, [isId, setDocumentTitle, t])
}
