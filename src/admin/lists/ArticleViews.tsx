import type { BeforeListTableServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { words } from '../../i18n/admin'
import { slugs } from '../../options/slugs'
import styles from './lists.module.css'
import { activeView, articleViews } from './views'

/**
 * The views of the list of articles, as links above it. They load the page again: within it, Payload's list would keep the
 * search and the filters of the view before in its box and in its address.
 */
export function ArticleViews({ i18n, params, payload, searchParams, user }: BeforeListTableServerProps) {
  if (!user) return null
  const { views } = Object.entries(words).find(([language]) => language === i18n.language)?.[1] ?? words.en
  const list = formatAdminURL({ adminRoute: payload.config.routes.admin, path: `/collections/${slugs.articles}` })
  const listed = articleViews(String(user.id), new Date())
  const active = params?.segments?.includes('trash') ? undefined : activeView(listed, searchParams ?? {})
  return (
    <nav aria-label={views.title} className={styles.views}>
      {listed.map(({ name, query }) => (
        <a aria-current={name === active ? 'page' : undefined} href={[list, new URLSearchParams(query).toString()].filter(Boolean).join('?')} key={name}>
          {views[name]}
        </a>
      ))}
    </nav>
  )
}
