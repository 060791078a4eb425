'use client'
import { Button, ConfirmationModal, CopyToClipboard, toast, useAuth, useConfig, useDocumentInfo, useFormFields, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { hasRole } from '../../articles/roles'
import type { User } from '../../payload-types'
import { faultsOf } from '../faultsOf'
import { useWords } from '../../i18n/admin/useWords'
import styles from './newKey.module.css'

const MODAL = 'new-key'

/** On an API client: makes its key and shows it, once. For whom that is not, nothing. */
export function NewKey() {
  const { t } = useWords()
  const { user } = useAuth<User>()
  const { config } = useConfig()
  const { collectionSlug = '', id } = useDocumentInfo()
  const isInUse = useFormFields(([fields]) => Boolean(fields.lastUsedAt?.value))
  const { openModal } = useModal()
  const [key, setKey] = useState<string>()
  const [isMaking, setMaking] = useState(false)
  if (!hasRole(user, 'admin')) return null
  if (id === undefined) return <p className={styles.newKey}>{t('newKey:saveFirst')}</p>

  const make = async () => {
    setMaking(true)
    try {
      const response = await fetch(`${config.routes.api}/${collectionSlug}/${id}/key`, { method: 'POST', credentials: 'same-origin' })
      const answer: unknown = await response.json().catch(() => undefined)
      if (response.ok && hasKey(answer)) setKey(answer.key)
      else toast.error(faultsOf(answer).join(' ') || t('newKey:failed'))
    } catch {
      toast.error(t('newKey:failed'))
    } finally {
      setMaking(false)
    }
  }

  return (
    <section aria-label={t('newKey:title')} className={styles.newKey}>
      <Button buttonStyle="secondary" disabled={isMaking} margin={false} onClick={() => (isInUse ? openModal(MODAL) : void make())} size="medium" type="button">
        {t('newKey:make')}
      </Button>
      {key !== undefined && (
        <div role="status">
          <p>{t('newKey:once')}</p>
          <div className={styles.key}>
            <input aria-label={t('newKey:title')} onFocus={(event) => event.target.select()} readOnly value={key} />
            <CopyToClipboard value={key} />
          </div>
        </div>
      )}
      <ConfirmationModal body={t('newKey:confirm')} confirmLabel={t('newKey:make')} heading={t('newKey:make')} modalSlug={MODAL} onConfirm={make} />
    </section>
  )
}

function hasKey(answer: unknown): answer is { key: string } {
  return typeof answer === 'object' && answer !== null && 'key' in answer && typeof answer.key === 'string'
}
