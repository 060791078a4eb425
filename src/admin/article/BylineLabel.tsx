'use client'
import { useConfig, useRowLabel } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { BYLINE_ROLES } from '../../ingest/item'
import { useWords } from '../../i18n/admin/useWords'
import { useSlugs } from '../useSlugs'

/** The row of a byline, by the name that is printed and what the person did. */
export function BylineLabel() {
  const { t } = useWords()
  const { config } = useConfig()
  const { authors } = useSlugs()
  const { data, rowNumber } = useRowLabel<{ author?: string; role?: string }>()
  const [name, setName] = useState<string>()
  const { author } = data
  const role = BYLINE_ROLES.find((each) => each === data.role)
  useEffect(() => {
    setName(undefined)
    if (typeof author !== 'string') return
    const leaving = new AbortController()
    fetch(`${config.routes.api}/${authors}/${author}?depth=0&select[name]=true`, { credentials: 'include', signal: leaving.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((found: { name?: string } | undefined) => setName(found?.name))
      .catch(() => undefined)
    return () => leaving.abort()
  }, [author, authors, config.routes.api])
  if (name === undefined) return <span>{t('article:byline', { number: (rowNumber ?? 0) + 1 })}</span>
  return <span dir="auto">{role === undefined ? name : `${name} · ${t(`option:${role}`)}`}</span>
}
