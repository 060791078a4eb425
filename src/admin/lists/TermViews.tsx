import type { BeforeListTableServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { personOf } from '../../access/person'
import { hasRole } from '../../articles/roles'
import { UNUSED_FILTER } from '../../taxonomy/unused'
import { words } from '../../i18n/admin'
import styles from './lists.module.css'

/** The views of the lists of tags and authors, as links above them, for those who may put them in order. As in ArticleViews. */
export function TermViews({ collectionConfig, i18n, payload, searchParams, user }: BeforeListTableServerProps) {
  if (!hasRole(personOf({ user: user ?? null }), 'editor')) return null
  const { views } = Object.entries(words).find(([language]) => language === i18n.language)?.[1] ?? words.en
  const { admin, api } = payload.config.routes
  const filters = Object.keys(searchParams ?? {}).filter((name) => name.startsWith('where'))
  // The unused ones are listed by their ids, and nothing else is.
  const isUnused = filters.length > 0 && filters.every((name) => name.startsWith(UNUSED_FILTER))
  return (
    <nav aria-label={views.title} className={styles.views}>
      <a aria-current={filters.length === 0 ? 'page' : undefined} href={formatAdminURL({ adminRoute: admin, path: `/collections/${collectionConfig.slug}` })}>{views.all}</a>
      <a aria-current={isUnused ? 'page' : undefined} href={`${api}/${collectionConfig.slug}/unused`}>{views.unused}</a>
    </nav>
  )
}
