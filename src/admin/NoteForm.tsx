'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import styles from './noteForm.module.css'
import { useWords } from '../i18n/admin/useWords'

type NoteFormProps = {
  onCancel: () => void
  /** The form stays open, so that the reason is not lost if the server refuses it: close it after a success. */
  onSend: (note: string) => Promise<unknown>
  /** What it asks, and what its button says; why an article goes back unless it says something else. */
  words?: { send: string; why: string; hint: string }
}

/** Asks for a reason. Stands outside of forms and inside of Payload's: it is no form itself. */
export function NoteForm({ onCancel, onSend, words }: NoteFormProps) {
  const { t } = useWords()
  const { hint, send, why } = words ?? { send: t('desk:send'), why: t('desk:why'), hint: t('desk:whyHint') }
  const id = useId()
  const [note, setNote] = useState('')
  const [isSending, setIsSending] = useState(false)
  const sendNote = async () => {
    setIsSending(true)
    await onSend(note).finally(() => setIsSending(false))
  }
  return (
    <div className={styles.note} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <label htmlFor={id}>{why}</label>
      <textarea autoFocus id={id} onChange={({ target }) => setNote(target.value)} placeholder={hint} rows={3} value={note} />
      <div className={styles.answers}>
        <Button buttonStyle="primary" disabled={isSending || note.trim() === ''} margin={false} onClick={() => void sendNote()} size="small" type="button">
          {send}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="small" type="button">
          {t('desk:cancel')}
        </Button>
      </div>
    </div>
  )
}
