'use client'
import { Button, SetStepNav, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { faultsOf } from '../faultsOf'
import { useWords } from '../../i18n/admin/useWords'
import { useSlugs } from '../useSlugs'
import { dropBegun, keepBegun, readBegun, UNSTORED } from './begun'
import type { Begun } from './begun'
import styles from './newArticle.module.css'

/** The article is stored when typing pauses for so long, or at Enter. */
const QUIET_MS = 800

/** Asks for the headline, and stores the article with its first words. */
export function NewArticle() {
  const { t } = useWords()
  const { config } = useConfig()
  const slugs = useSlugs()
  const router = useRouter()
  const id = useId()
  const [headline, setHeadline] = useState('')
  const [faults, setFaults] = useState<readonly string[]>([])
  const typed = useRef<Begun>({ headline: '' })
  const stored = useRef<string>(undefined)
  const isStoring = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { admin: adminRoute, api: apiRoute } = config.routes

  const store = async () => {
    if (isStoring.current || typed.current.headline.trim() === '') return
    isStoring.current = true
    setFaults([])
    const response = await fetch(formatAdminURL({ apiRoute, path: `/${slugs.articles}?depth=0&draft=true` }), {
      body: JSON.stringify({ headline: typed.current.headline.trim() }),
      credentials: 'include',
      headers: { 'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/json' },
      method: 'POST',
    }).catch(() => undefined)
    const answer: unknown = await response?.json().catch(() => undefined)
    const made = response?.ok ? idOf(answer) : undefined
    if (made === undefined) {
      isStoring.current = false
      setFaults([faultsOf(answer).join(' ') || t('newArticle:failed')])
      return
    }
    stored.current = made
    // What is typed while the next page loads is taken up there.
    keepBegun(sessionStorage, made, typed.current)
    dropBegun(sessionStorage, UNSTORED)
    router.replace(formatAdminURL({ adminRoute, path: `/collections/${slugs.articles}/${made}` }))
  }
  const type = (words: string, pause = QUIET_MS) => {
    typed.current = { headline: words }
    setHeadline(words)
    keepBegun(sessionStorage, stored.current ?? UNSTORED, typed.current)
    clearTimeout(timer.current)
    if (stored.current === undefined) timer.current = setTimeout(() => void store(), pause)
  }
  const takeUp = useEffectEvent(() => {
    const left = readBegun(sessionStorage, UNSTORED)
    if (left) type(left.headline)
  })
  useEffect(() => {
    takeUp()
    return () => clearTimeout(timer.current)
  }, [])

  return (
    <main className={styles.page}>
      <SetStepNav nav={[{ label: t('name:articles'), url: formatAdminURL({ adminRoute, path: `/collections/${slugs.articles}` }) }, { label: t('desk:newArticle') }]} />
      <h1 className={styles.title}>{t('desk:newArticle')}</h1>
      <label htmlFor={id}>{t('name:headline')}</label>
      <input
        autoFocus
        className={styles.headline}
        dir="auto"
        id={id}
        maxLength={300}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          type(headline, 0)
        }}
        value={headline}
      />
      <p>{t('newArticle:hint')}</p>
      {faults.length > 0 && (
        <div className={styles.faults} role="alert">
          <p>
            <strong>{t('saving:unsaved')}</strong> {faults.join(' ')}
          </p>
          <Button buttonStyle="secondary" margin={false} onClick={() => void store()} size="small" type="button">
            {t('saving:again')}
          </Button>
        </div>
      )}
    </main>
  )
}

function idOf(answer: unknown): string | undefined {
  const doc = typeof answer === 'object' && answer !== null && 'doc' in answer ? answer.doc : undefined
  return typeof doc === 'object' && doc !== null && 'id' in doc && typeof doc.id === 'string' ? doc.id : undefined
}
