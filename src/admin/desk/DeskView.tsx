import { DefaultDashboard } from '@payloadcms/next/views'
import type { DashboardViewServerProps } from '@payloadcms/next/views'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { wordsIn } from '../../i18n/admin/wordsIn'
import { asksAs, personOf } from '../../access/person'
import { readDeskFilters } from '../../desk/filters'
import { readDesk } from '../../desk/readDesk'
import { DeskBoard } from './DeskBoard'
import styles from './desk.module.css'

/** The page after sign-in, in place of Payload's dashboard. */
export async function DeskView(props: DashboardViewServerProps) {
  const { initPageResult: { req }, searchParams } = props
  const t = wordsIn(req.i18n.language)
  if (!personOf(req)) {
    return (
      <>
        <p className={styles.noRole}>{t('desk:noRole')}</p>
        <DefaultDashboard {...props} />
      </>
    )
  }
  const params = new URLSearchParams(Object.entries(searchParams ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const filters = readDeskFilters(params)
  const initial = await readDesk('fault' in filters ? { mine: false, today: new Date() } : filters, req)
  const { afterDashboard, beforeDashboard } = req.payload.config.admin.components
  const { i18n, locale, params: segments, payload, permissions, user } = props
  const serverProps = { i18n, locale, params: segments, payload, permissions, searchParams, user }
  // What a project has put around its dashboard stays around the desk.
  const around = (Component: typeof beforeDashboard) => RenderServerComponent({ Component, importMap: payload.importMap, serverProps })
  return (
    <main className={styles.page}>
      {beforeDashboard && around(beforeDashboard)}
      <DeskBoard initial={initial} isEditor={asksAs('editor', req)} />
      {afterDashboard && around(afterDashboard)}
    </main>
  )
}
