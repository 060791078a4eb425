import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import styles from './desk.module.css'

/** A line that needs attention, with what may be done about it below. */
export function Entry({ children, href, text, time }: { children?: ReactNode; href: string | undefined; text: string; time: string }) {
  return (
    <li>
      <span dir="auto">
        {href === undefined ? (
          text
        ) : (
          <Link href={href} prefetch={false}>
            {text}
          </Link>
        )}
      </span>
      <span className={styles.age} suppressHydrationWarning>
        {time}
      </span>
      {children !== undefined && <div className={styles.answer}>{children}</div>}
    </li>
  )
}
