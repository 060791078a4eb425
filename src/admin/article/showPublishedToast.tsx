import { toast } from '@payloadcms/ui'

/** Says that an article is published, with a link to where readers see it as soon as they do. */
export async function showPublishedToast(url: string, { see, title }: { see: string; title: string }): Promise<void> {
  const response = await fetch(url, { credentials: 'include' }).catch(() => undefined)
  const answer: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined
  const path = typeof answer === 'object' && answer !== null && 'path' in answer ? answer.path : null
  toast.success(
    <span>
      {title}
      {typeof path === 'string' && (
        <>
          {' '}
          <a href={path} rel="noreferrer" target="_blank">
            {see} ↗
          </a>
        </>
      )}
    </span>,
  )
}
