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
  /** Tells the server that readers keep the story; answers what is wrong. */
  onKeep: (note: string) => Promise<readonly string[]>
  time: string
}

/** A story that its source withdraws, or may withdraw. An editor withdraws it on its page, or says here why readers keep it. */
export function WaitingKill({ href, kill: { headline }, onKeep, time }: WaitingKillProps) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const [faults, setFaults] = useState<readonly string[]>([])
  const keep = async (note: string) => {
    setIsAsking(false)
    setFaults(await onKeep(note))
  }
  return (
    <Entry href={href} text={headline} time={time}>
      {isAsking ? (
        <NoteForm onCancel={() => setIsAsking(false)} onSend={(note) => void keep(note)} words={{ send: t('desk:keepNow'), why: t('desk:whyKept'), hint: t('desk:whyKeptHint') }} />
      ) : (
        <Button aria-label={t('desk:keepStory', { headline })} buttonStyle="secondary" margin={false} onClick={() => setIsAsking(true)} size="xsmall" type="button">
          {t('desk:keep')}
        </Button>
      )}
      {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
    </Entry>
  )
}
