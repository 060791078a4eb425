import type { BeforeListTableServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { personOf } from '../../access/person'
import { hasRole } from '../../access/roles'
import { words } from '../words'
import styles from './lists.module.css'

/** The views of the lists of tags and authors, as links above them, for those who may put them in order. As in ArticleViews. */
export function TermViews({ collectionConfig, i18n, payload, user }: BeforeListTableServerProps) {
  if (!hasRole(personOf({ user: user ?? null }), 'editor')) return null
  const { views } = Object.entries(words).find(([language]) => language === i18n.language)?.[1] ?? words.en
  const { admin, api } = payload.config.routes
  return (
    <nav aria-label={views.title} className={styles.views}>
      <a href={formatAdminURL({ adminRoute: admin, path: `/collections/${collectionConfig.slug}` })}>{views.all}</a>
      <a href={`${api}/${collectionConfig.slug}/unused`}>{views.unused}</a>
    </nav>
  )
}
