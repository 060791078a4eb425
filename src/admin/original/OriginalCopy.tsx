'use client'
import { useFormFields } from '@payloadcms/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { paragraphsOf } from '../../articles/plainText'
import { standings } from '../../ingest/original/standing'
import type { Standing } from '../../ingest/original/standing'
import { useWords } from '../../i18n/admin/useWords'
import { becameWord } from './becameWord'
import styles from './original.module.css'
import { useOriginal } from './useOriginal'

/** The copy that an imported article was made of, beside its text, with what became of each line as one types. */
export function OriginalCopy() {
  const { t } = useWords()
  const hasOriginal = useFormFields(([fields]) => Boolean(fields['source.text']?.value))
  const [isOpen, setIsOpen] = useState(false)
  if (!hasOriginal) return null
  return (
    <details className={`original-copy ${styles.panel}`} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.title}>{t('article:original')}</summary>
      {isOpen && <Lines />}
    </details>
  )
}

function Lines() {
  const { language, t } = useWords()
  const original = useOriginal(true)
  const lines = typeof original === 'string' ? [] : original
  const headline = useFormFields(([fields]) => fields.headline?.value)
  const standfirst = useFormFields(([fields]) => fields.standfirst?.value)
  const dateline = useFormFields(([fields]) => fields['dateline.text']?.value)
  const body = useDeferredValue(useFormFields(([fields]) => fields.body?.value))
  const stands = useMemo(
    () => standings(lines, { headline: textsOf(headline), standfirst: textsOf(standfirst), dateline: textsOf(dateline), body: paragraphsOf(body) }),
    [lines, headline, standfirst, dateline, body],
  )
  const saidOf = (standing: Standing, why: string | undefined) => {
    if (standing === 'edited') return t('article:originalEdited')
    // The account gives its reasons in English.
    return standing === 'not' ? `${t('article:originalNot')}${why === undefined || language !== 'en' ? '' : `: ${why}`}` : ''
  }
  if (original === 'failed') return <p role="alert">{t('article:originalFailed')}</p>
  const isAccounted = lines.some(({ to }) => to.length > 0)
  const marked = stands.filter(isMarked).length
  return (
    <>
      <p className={styles.hint} role="status">
        {original !== 'waiting' && isAccounted && (marked === 0 ? t('article:originalWhole') : t('article:originalMarked', { number: marked.toLocaleString(language) }))}
        {original !== 'waiting' && !isAccounted && t('article:originalUntold')}
      </p>
      <ol aria-label={t('article:original')} className={styles.lines} tabIndex={0}>
        {lines.map(({ number, text, to, why }, index) => {
          const standing = stands[index] ?? 'blank'
          return (
            <li className={styles.line} data-standing={isAccounted ? standing : undefined} key={number} value={number}>
              <span className={styles.text} dir="auto">
                {text}
              </span>
              {isAccounted && standing !== 'blank' && <span className={styles.became}>{[saidOf(standing, why), to.map((field) => becameWord(field, t)).join(', ')].filter(Boolean).join(' · ')}</span>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function isMarked(standing: Standing): boolean {
  return standing === 'edited' || standing === 'not'
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}
