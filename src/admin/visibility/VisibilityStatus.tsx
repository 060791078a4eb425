'use client'
import { useTimeZone } from '../useTimeZone'
import { useWords } from '../../i18n/admin/useWords'
import { describeVisibility } from './describe'
import { useVisibility } from './useStanding'

/** The status at the top of an article: whether readers can see it. Stands in for Payload's, which knows drafts alone. */
export function VisibilityStatus() {
  const { language, t } = useWords()
  const timeZone = useTimeZone()
  const visibility = useVisibility()
  return (
    <span data-visibility={visibility.kind} suppressHydrationWarning>
      {t('visibility:title')}: {describeVisibility(visibility, { language, t, timeZone })}
    </span>
  )
}
