import type { ReactNode } from 'react'

/** Says in the desk's language that this is not what readers see. */
export function DraftBanner({ note }: { note: ReactNode }): ReactNode {
  return (
    <p className="draft-banner" role="status" lang="en" dir="ltr">
      <strong>Draft</strong> {note}
    </p>
  )
}
