'use client'
import { Button, ConfirmationModal, useAuth, useConfig, useDocumentInfo, useDocumentTitle, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { hasRole } from '../../articles/roles'
import type { User } from '../../payload-types'
import { faultsOf } from '../faultsOf'
import { Pick } from '../Pick'
import { counted } from '../../i18n/admin/counted'
import { useWords } from '../../i18n/admin/useWords'
import { useSlugs } from '../useSlugs'
import styles from './merge.module.css'

const MODAL = 'merge-terms'

/** On a tag or an author: puts another one in its place everywhere. For whom that is not, nothing. */
export function MergeField() {
  const { language, t } = useWords()
  const { user } = useAuth<User>()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { collectionSlug = '', id } = useDocumentInfo()
  const { openModal } = useModal()
  const { title: from } = useDocumentTitle()
  const [asked, setAsked] = useState({ into: '', articles: 0 })
  const router = useRouter()
  const [into, setInto] = useState<string>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const { admin: adminRoute, api: apiRoute } = config.routes
  if (id === undefined || !hasRole(user, 'editor')) return null

  const ask = async () => {
    const read = async (path: string): Promise<unknown> => {
      const response = await fetch(`${apiRoute}/${path}`, { credentials: 'include' }).catch(() => undefined)
      return response?.ok ? response.json().catch(() => undefined) : undefined
    }
    const field = collectionSlug === slugs.authors ? 'bylines.author' : 'tags'
    const [named, count] = await Promise.all([read(`${collectionSlug}/${String(into)}?depth=0&select[name]=true`), read(`${slugs.articles}/count?draft=true&where[${field}][in][0]=${id}`)])
    setAsked({ into: textOf(named, 'name'), articles: Number(textOf(count, 'totalDocs')) || 0 })
    openModal(MODAL)
  }
  const merge = async () => {
    const response = await fetch(`${apiRoute}/${collectionSlug}/${id}/merge`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ into }),
    })
    if (response.ok) router.push(formatAdminURL({ adminRoute, path: `/collections/${collectionSlug}/${String(into)}` }))
    else setFaults(faultsOf(await response.json().catch(() => undefined)))
  }

  return (
    <section aria-label={t('merge:title')} className={styles.merge}>
      <h4>{t('merge:title')}</h4>
      <p>{t('merge:hint')}</p>
      <div className={styles.choice}>
        <Pick apiRoute={apiRoute} collection={collectionSlug} onChange={setInto} placeholder={t('merge:into')} value={into} />
        <Button buttonStyle="secondary" disabled={into === undefined || into === id} margin={false} onClick={() => void ask()} size="medium" type="button">
          {t('merge:merge')}
        </Button>
      </div>
      {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
      <ConfirmationModal body={t('merge:confirm', { from, into: asked.into, count: counted('articles', asked.articles, language) })} confirmLabel={t('merge:merge')} heading={t('merge:title')} modalSlug={MODAL} onConfirm={merge} />
    </section>
  )
}

function textOf(answer: unknown, name: string): string {
  const value: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
