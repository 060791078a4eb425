'use client'
import { Link, Popup, PopupList } from '@payloadcms/ui'
import { useState } from 'react'
import type { DeskCard } from '../../desk/types'
import type { NextStep } from '../../articles/stages'
import { NoteForm } from '../NoteForm'
import { timeAgo } from '../timeAgo'
import { useTimeZone } from '../useTimeZone'
import { describeVisibility, momentIn } from '../visibility/describe'
import { counted } from '../../i18n/admin/counted'
import { stepWord } from '../../i18n/admin/stepWord'
import { useWords } from '../../i18n/admin/useWords'
import styles from './desk.module.css'

export type CardProps = {
  /** When the desk was read: ages are told from then. */
  at: string
  card: DeskCard
  href: string
  /** The step that was chosen and waits for its note. */
  asking: NextStep['to'] | undefined
  faults: readonly string[]
  isMoving: boolean
  onCancel: () => void
  onDrag: (card: DeskCard | undefined) => void
  onStep: (card: DeskCard, step: NextStep, note?: string) => Promise<void>
}

/** One article: opens by its headline, moves by drag or by its menu. */
export function Card({ asking, at, card, faults, href, isMoving, onCancel, onDrag, onStep }: CardProps) {
  const { language, t } = useWords()
  const [isDragged, setIsDragged] = useState(false)
  const canMove = card.steps.length > 0 && !isMoving
  const timeZone = useTimeZone()
  const { visibility } = card
  const when = visibility.from ?? card.changedAt
  return (
    <li
      className={styles.card}
      data-dragged={isDragged || undefined}
      data-moving={isMoving || undefined}
      draggable={canMove}
      onDragEnd={() => {
        setIsDragged(false)
        onDrag(undefined)
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', card.id)
        setIsDragged(true)
        onDrag(card)
      }}
    >
      <div className={styles.kicker}>
        <span className={card.section ? styles.section : styles.lacking}>{card.section || t('desk:noSection')}</span>
        {card.isUpdate && (
          <span className={styles.update} title={t('desk:updateHint')}>
            {t('desk:update')}
          </span>
        )}
        <time className={styles.age} dateTime={when} title={momentIn(when, language, timeZone)} suppressHydrationWarning>
          {timeAgo(when, { at, language, now: t('desk:now') })}
        </time>
      </div>
      <h3 className={styles.headline} dir="auto">
        <Link href={href} draggable={false} prefetch={false}>
          {card.headline || <span className={styles.lacking}>{t('desk:noHeadline')}</span>}
        </Link>
      </h3>
      <p className={styles.byline} dir="auto">
        {card.bylines.join(', ') || <span className={styles.lacking}>{t('desk:noByline')}</span>}
      </p>
      <div className={styles.foot}>
        <span>{counted('words', card.words, language)}</span>
        {card.openWith !== null && <span className={styles.open}>{t('desk:openWith', { name: card.openWith })}</span>}
        {card.steps.length > 0 && (
          <Popup
            button={
              <span className={styles.move}>
                <span aria-hidden="true">{t('desk:move')}</span>
                <span className={styles.unseen}>{t('desk:moveCard', { headline: card.headline || t('desk:noHeadline') })}</span>
              </span>
            }
            buttonSize="small"
            className={styles.menu}
            disabled={!canMove}
            horizontalAlign="right"
            render={({ close }) => (
              <PopupList.ButtonGroup>
                {card.steps.map((step) => (
                  <PopupList.Button
                    key={step.to}
                    onClick={() => {
                      close()
                      void onStep(card, step)
                    }}
                  >
                    {t(stepWord(step))}
                    {step.needsNote && '…'}
                  </PopupList.Button>
                ))}
              </PopupList.ButtonGroup>
            )}
            size="small"
          />
        )}
      </div>
      {visibility.kind !== 'draft' && (
        <p className={styles.readers} data-visibility={visibility.kind} suppressHydrationWarning>
          {describeVisibility(visibility, { language, t, timeZone })}
        </p>
      )}
      {card.sentBack && (
        <blockquote className={styles.sentBack}>
          <cite>{t('article:sentBack', { name: card.sentBack.who })}</cite>
          <p dir="auto">{card.sentBack.note}</p>
        </blockquote>
      )}
      {faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {asking !== undefined && <NoteForm onCancel={onCancel} onSend={(note) => onStep(card, { to: asking, needsNote: true }, note)} />}
    </li>
  )
}
