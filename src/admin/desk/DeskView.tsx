import type { AdminViewServerProps } from 'payload'
import { asksAs } from '../../access/person'
import { readDeskFilters } from '../../desk/filters'
import { readDesk } from '../../desk/readDesk'
import { DeskBoard } from './DeskBoard'
import styles from './desk.module.css'

/** The page after sign-in, in place of Payload's dashboard. */
export async function DeskView({ initPageResult: { req }, searchParams }: AdminViewServerProps) {
  const params = new URLSearchParams(Object.entries(searchParams ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const filters = readDeskFilters(params)
  const initial = await readDesk('fault' in filters ? { mine: false, today: new Date() } : filters, req)
  return (
    <main className={styles.page}>
      <DeskBoard initial={initial} isEditor={asksAs('editor', req)} />
    </main>
  )
}
