'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Attention } from '../../desk/types'
import { useWords } from '../../i18n/admin/useWords'
import { NoteForm } from '../NoteForm'
import { Entry } from './Entry'

type WaitingKillProps = {
  href: string
  kill: Attention['kills'][number]
  /** Dismisses the withdrawal; answers what is wrong. */
  onDismiss: (note: string) => Promise<readonly string[]>
  time: string
}

/** A story that its source withdraws, or may withdraw. An editor withdraws it on its page, or dismisses the withdrawal here and says why. */
export function WaitingKill({ href, kill: { headline }, onDismiss, time }: WaitingKillProps) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const [faults, setFaults] = useState<readonly string[]>([])
  const dismiss = async (note: string) => {
    const found = await onDismiss(note)
    setFaults(found)
    if (found.length === 0) setIsAsking(false)
  }
  return (
    <Entry href={href} text={headline} time={time}>
      {isAsking ? (
        <NoteForm onCancel={() => setIsAsking(false)} onSend={dismiss} words={{ send: t('desk:dismissNow'), why: t('desk:whyDismiss'), hint: t('desk:whyDismissHint') }} />
      ) : (
        <Button aria-label={t('desk:dismissFor', { headline })} buttonStyle="secondary" margin={false} onClick={() => setIsAsking(true)} size="xsmall" type="button">
          {t('desk:dismiss')}
        </Button>
      )}
      {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
    </Entry>
  )
}
