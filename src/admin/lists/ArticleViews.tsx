import type { BeforeListTableServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { words } from '../words'
import styles from './lists.module.css'
import { articleViews } from './views'

/**
 * The views of the list of articles, as links above it. They load the page anew: within it, Payload's list would keep the
 * search and the filters of the view before in its box and in its address.
 */
export function ArticleViews({ i18n, payload, user }: BeforeListTableServerProps) {
  if (!user) return null
  const { views } = Object.entries(words).find(([language]) => language === i18n.language)?.[1] ?? words.en
  const list = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/collections/articles' })
  return (
    <nav aria-label={views.title} className={styles.views}>
      {articleViews(String(user.id), new Date()).map(({ name, query }) => (
        <a href={[list, new URLSearchParams(query).toString()].filter(Boolean).join('?')} key={name}>
          {views[name]}
        </a>
      ))}
    </nav>
  )
}
