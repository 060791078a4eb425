'use client'
import { useStanding } from '../visibility/useStanding'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'

/** Why the article was sent back, for its writers. */
export function SentBackNote() {
  const { t } = useWords()
  const sentBack = useStanding()?.sentBack
  if (!sentBack) return null
  return (
    <blockquote className={styles.sentBack}>
      <cite>{t('article:sentBack', { name: sentBack.who })}</cite>
      <p dir="auto">{sentBack.note}</p>
    </blockquote>
  )
}
