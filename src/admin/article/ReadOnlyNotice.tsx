'use client'
import { useStanding } from '../visibility/useStanding'
import styles from './article.module.css'
import { useReadOnly } from './useReadOnly'

/** Why the article cannot be changed now by whoever looks at it. */
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
