import type { AdminViewServerProps } from 'payload'
import { wordsIn } from '../../i18n/admin/wordsIn'
import { asksAs, personOf } from '../../access/person'
import { readDeskFilters } from '../../desk/filters'
import { readDesk } from '../../desk/readDesk'
import { DeskBoard } from './DeskBoard'
import styles from './desk.module.css'

/** The page after sign-in, in place of Payload's dashboard. */
export async function DeskView({ initPageResult: { req }, searchParams }: AdminViewServerProps) {
  const t = wordsIn(req.i18n.language)
  if (!personOf(req)) {
    return (
      <main className={styles.page}>
        <h1>{t('desk:title')}</h1>
        <p>{t('desk:noRole')}</p>
      </main>
    )
  }
  const params = new URLSearchParams(Object.entries(searchParams ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const filters = readDeskFilters(params)
  const initial = await readDesk('fault' in filters ? { mine: false, today: new Date() } : filters, req)
  return (
    <main className={styles.page}>
      <DeskBoard initial={initial} isEditor={asksAs('editor', req)} />
    </main>
  )
}
