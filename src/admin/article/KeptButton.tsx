'use client'
import { PublishButton } from '@payloadcms/ui'

/** Payload's own button to publish listens to Ctrl+S; it is not shown, as the panel publishes, schedules and says what is missing. */
export function KeptButton() {
  return (
    <div hidden>
      <PublishButton />
    </div>
  )
}
