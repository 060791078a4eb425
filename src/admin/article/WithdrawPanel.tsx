'use client'
import { Button, toast, useConfig, useDocumentInfo, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { faultsOf } from '../faultsOf'
import { useSlugs } from '../useSlugs'
import { refreshStanding } from '../visibility/useStanding'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'

/** Takes a story away from readers at once: a notice for them, a reason for the log, one button. */
export function WithdrawPanel() {
  const { t } = useWords()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { id } = useDocumentInfo()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const field = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [notice, setNotice] = useState('')
  const [note, setNote] = useState('')
  const [isSending, setIsSending] = useState(false)
  if (id === undefined) return null
  if (!isAsking) {
    return (
      <Button buttonStyle="transparent" margin={false} onClick={() => setIsAsking(true)} size="medium" type="button">
        {t('withdraw:title')}
      </Button>
    )
  }
  const withdraw = async () => {
    setIsSending(true)
    const response = await fetch(`${config.routes.api}/${slugs.articles}/${id}/withdraw`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...(notice.trim() && { notice: notice.trim() }), ...(note.trim() && { note: note.trim() }) }),
    }).catch(() => undefined)
    setIsSending(false)
    refreshStanding()
    if (!response?.ok) {
      toast.error(faultsOf(await response?.json().catch(() => undefined)).join(' ') || t('desk:refused'))
      return
    }
    setIsAsking(false)
    toast.success(t('withdraw:done'))
    startRouteTransition(() => router.refresh())
  }
  return (
    <div className={styles.form} onKeyDown={({ key }) => key === 'Escape' && setIsAsking(false)}>
      <p className={styles.label}>{t('withdraw:hint')}</p>
      <label htmlFor={`${field}notice`}>{t('withdraw:notice')}</label>
      <textarea autoFocus dir="auto" id={`${field}notice`} onChange={({ target }) => setNotice(target.value)} rows={3} value={notice} />
      <label htmlFor={`${field}note`}>{t('withdraw:note')}</label>
      <textarea dir="auto" id={`${field}note`} onChange={({ target }) => setNote(target.value)} rows={2} value={note} />
      <div className={styles.steps}>
        <Button buttonStyle="error" disabled={isSending} margin={false} onClick={() => void withdraw()} size="small" type="button">
          {t('withdraw:now')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => setIsAsking(false)} size="small" type="button">
          {t('desk:cancel')}
        </Button>
      </div>
    </div>
  )
}
