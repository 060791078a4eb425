'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import styles from './noteForm.module.css'
import { useWords } from '../i18n/admin/useWords'

/** Asks why an article goes back. Stands outside of forms and inside of Payload's: it is no form itself. */
export function NoteForm({ onCancel, onSend }: { onCancel: () => void; onSend: (note: string) => void }) {
  const { t } = useWords()
  const id = useId()
  const [note, setNote] = useState('')
  return (
    <div className={styles.note} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <label htmlFor={id}>{t('desk:why')}</label>
      <textarea autoFocus id={id} onChange={({ target }) => setNote(target.value)} placeholder={t('desk:whyHint')} rows={3} value={note} />
      <div className={styles.answers}>
        <Button buttonStyle="primary" disabled={note.trim() === ''} margin={false} onClick={() => onSend(note)} size="small" type="button">
          {t('desk:send')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="small" type="button">
          {t('desk:cancel')}
        </Button>
      </div>
    </div>
  )
}
