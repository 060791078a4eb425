import type { ReactNode } from 'react'

/** Says whether this is what readers see. */
export function DraftBanner({ note, title }: { note: ReactNode; title: string }): ReactNode {
  return (
    <p className="draft-banner" role="status" lang="en" dir="ltr">
      <strong>{title}</strong> {note}
    </p>
  )
}
