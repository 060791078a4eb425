import { Link } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { usesOf } from '../../../collections/Media/usage'
import type { Use } from '../../../collections/Media/usage'
import { words } from '../../i18n/admin'
import { slugs } from '../../options/slugs'
import styles from './usage.module.css'

/** On a picture: where it is used, as far as the caller may read that. */
export async function Usage({ i18n, id, payload, user }: UIFieldServerProps) {
  if (id === undefined || !user) return null
  const { usage } = Object.entries(words).find(([language]) => language === i18n.language)?.[1] ?? words.en
  const uses = await usesOf(id, { payload })
  const readable = async (kind: Use['in'], draft: boolean) => {
    const ids = uses.filter((use) => use.in === kind).map((use) => use.id)
    const { docs } = await payload.find({ collection: slugs[kind], depth: 0, draft, limit: 0, overrideAccess: false, pagination: false, select: {}, user, where: { id: { in: ids } } })
    return docs.map((doc) => doc.id)
  }
  const mine = new Set((await Promise.all([readable('articles', true), readable('articles', false), readable('authors', false)])).flat())
  const shown = uses.filter((use) => mine.has(use.id))
  return (
    <section aria-label={usage.title} className={styles.usage}>
      <h4>{usage.title}</h4>
      {uses.length === 0 && <p>{usage.nowhere}</p>}
      <ul>
        {shown.map((use) => (
          <li key={use.id}>
            <Link href={formatAdminURL({ adminRoute: payload.config.routes.admin, path: `/collections/${slugs[use.in]}/${use.id}` })} prefetch={false}>
              {use.title}
            </Link>{' '}
            <small>{usage[use.as]}</small>
          </li>
        ))}
      </ul>
      {uses.length > shown.length && <p>{usage.others.replace('{{number}}', String(uses.length - shown.length))}</p>}
    </section>
  )
}
