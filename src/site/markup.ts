import type { ReactNode } from 'react'

/**
 * A page as HTML, and nothing else: a Next page would send React and its data along, about 135 KB of scripts that have
 * nothing to do. Next does not let route modules import `react-dom/server` by name at the top, so it is loaded here.
 */
export async function markupOf(page: ReactNode): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
