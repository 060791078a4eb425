'use client'
import { useTimeZone } from '../useTimeZone'
import { describeVisibility } from '../visibility/describe'
import { useStanding, useVisibility } from '../visibility/useStanding'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'

/** Whether readers can see the article, from or until when, and where. */
export function Readers() {
  const { language, t } = useWords()
  const timeZone = useTimeZone()
  const visibility = useVisibility()
  const path = useStanding()?.path
  return (
    <p className={styles.readers} data-visibility={visibility.kind} suppressHydrationWarning>
      {t('visibility:title')}: {describeVisibility(visibility, { language, t, timeZone })}
      {path && (
        <>
          {' '}
          <a href={path} rel="noreferrer" target="_blank">
            {t('visibility:see')} ↗
          </a>
        </>
      )}
    </p>
  )
}
