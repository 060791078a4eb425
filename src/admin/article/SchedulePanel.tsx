'use client'
import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ScheduleType } from '../../articles/schedule'
import { SCHEDULE_TYPES } from '../../articles/schedule'
import type { Waiting } from '../../articles/visibility'
import { faultsOf } from '../faultsOf'
import { instantOf, localTime } from '../schedule/zoned'
import { useSlugs } from '../useSlugs'
import { useTimeZone } from '../useTimeZone'
import { momentIn } from '../visibility/describe'
import { refreshStanding, useStanding } from '../visibility/useStanding'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'

const HOUR_MS = 3_600_000

/** What waits to be done to the article by itself, and a form to have something done then; for editors. */
export function SchedulePanel() {
  const { language, t } = useWords()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { id } = useDocumentInfo()
  const timeZone = useTimeZone()
  const schedules = useStanding()?.schedules ?? []
  const [isAsking, setIsAsking] = useState(false)
  if (id === undefined) return null
  const url = `${config.routes.api}/${slugs.articles}/${id}/schedule`
  const ask = async (method: 'DELETE' | 'POST', body?: { type: ScheduleType; at: string }) => {
    const faults = await send(url, method, body)
    if (faults === undefined) setIsAsking(false)
    else toast.error(faults.join(' ') || t('desk:refused'))
    refreshStanding()
  }
  const told = ({ at, type }: Waiting) => `${t(`schedule:${type}`)} · ${momentIn(at, language, timeZone)}`
  return (
    <div className={styles.schedule}>
      {schedules.length > 0 && (
        <>
          <h4 className={styles.label} id="article-schedules">
            {t('schedule:waiting')}
          </h4>
          <ul aria-labelledby="article-schedules">
            {schedules.map((waiting) => (
              <li key={`${waiting.type} ${waiting.at}`}>{told(waiting)}</li>
            ))}
          </ul>
          <Button buttonStyle="secondary" margin={false} onClick={() => void ask('DELETE')} size="small" type="button">
            {t('schedule:remove')}
          </Button>
        </>
      )}
      {isAsking ? (
        <ScheduleForm onCancel={() => setIsAsking(false)} onSend={(wanted) => void ask('POST', wanted)} timeZone={timeZone} />
      ) : (
        <Button buttonStyle="transparent" margin={false} onClick={() => setIsAsking(true)} size="medium" type="button">
          {t('schedule:title')}
        </Button>
      )}
    </div>
  )
}

type ScheduleFormProps = { onCancel: () => void; onSend: (wanted: { type: ScheduleType; at: string }) => void; timeZone: string }

/** Not a form of its own: it is inside the article's form. */
function ScheduleForm({ onCancel, onSend, timeZone }: ScheduleFormProps) {
  const { t } = useWords()
  const id = useId()
  const [type, setType] = useState<ScheduleType>('publish')
  const [local, setLocal] = useState(() => localTime(new Date(Date.now() + HOUR_MS), timeZone))
  const at = instantOf(local, timeZone)
  return (
    <div className={styles.form} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <label htmlFor={`${id}what`}>{t('schedule:what')}</label>
      <select autoFocus id={`${id}what`} onChange={({ target }) => setType(SCHEDULE_TYPES.find((each) => each === target.value) ?? 'publish')} value={type}>
        {SCHEDULE_TYPES.map((each) => (
          <option key={each} value={each}>
            {t(`schedule:${each}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}when`}>{t('schedule:when', { zone: timeZone })}</label>
      {/* A time that clocks skip becomes the one that it will be, once it has been typed. */}
      <input id={`${id}when`} onBlur={() => at && setLocal(localTime(at, timeZone))} onChange={({ target }) => setLocal(target.value)} type="datetime-local" value={local} />
      <div className={styles.steps}>
        <Button buttonStyle="primary" disabled={at === undefined} margin={false} onClick={() => at && onSend({ type, at: at.toISOString() })} size="small" type="button">
          {t('schedule:save')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="small" type="button">
          {t('desk:cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Undefined when it was done; what the server says against it otherwise. */
async function send(url: string, method: 'DELETE' | 'POST', body?: object): Promise<string[] | undefined> {
  const response = await fetch(url, {
    method,
    credentials: 'include',
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => undefined)
  return response?.ok ? undefined : faultsOf(await response?.json().catch(() => undefined))
}
