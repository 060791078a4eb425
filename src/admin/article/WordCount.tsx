'use client'
import { useFormFields } from '@payloadcms/ui'
import { useDeferredValue, useMemo } from 'react'
import { plainText } from '../../articles/plainText'
import { readingTime, wordCount } from '../../articles/wordCount'
import { counted } from '../../i18n/admin/counted'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'

/** Words and reading time of the text in the form, as one types; what is stored is counted by the server. */
export function WordCount() {
  const { language } = useWords()
  const body = useDeferredValue(useFormFields(([fields]) => fields.body?.value))
  const words = useMemo(() => wordCount(plainText(body)), [body])
  return (
    <p className={styles.count}>
      {counted('words', words, language)} · {counted('minutes', readingTime(words), language)}
    </p>
  )
}
