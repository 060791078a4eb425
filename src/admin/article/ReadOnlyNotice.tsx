'use client'
import { useStanding } from '../visibility/useStanding'
import styles from './article.module.css'
import { useReadOnly } from './useReadOnly'

/** Says why you cannot change the article now. */
export function ReadOnlyNotice() {
  const standing = useStanding()
  useReadOnly(standing)
  if (!standing?.readOnly) return null
  return (
    <p className={styles.readOnly} dir="auto" role="status">
      {standing.readOnly}
    </p>
  )
}
