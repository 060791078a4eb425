'use client'
import { useRowLabel } from '@payloadcms/ui'
import { useWords } from '../../i18n/admin/useWords'

/** The row of a correction, by its day and how it begins. */
export function CorrectionLabel() {
  const { language, t } = useWords()
  const { data, rowNumber } = useRowLabel<{ correctedAt?: string; text?: string }>()
  const { correctedAt, text } = data
  const day = correctedAt ? new Date(correctedAt).toLocaleDateString(language, { dateStyle: 'medium' }) : ''
  return <span dir="auto">{text ? [day, text.length > 80 ? `${text.slice(0, 80)}…` : text].filter(Boolean).join(' · ') : t('article:correction', { number: (rowNumber ?? 0) + 1 })}</span>
}
