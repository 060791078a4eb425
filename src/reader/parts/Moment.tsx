import type { ReactNode } from 'react'
import { dateOf } from '../../formats/dates'

type MomentProps = { at: string | null | undefined; language: string }

const DAY = { day: 'numeric', month: 'long', timeZone: 'UTC', year: 'numeric' } as const
const TIME = { hour: '2-digit', hourCycle: 'h23', minute: '2-digit', timeZoneName: 'short' } as const

/** A date in words, with its time in UTC unless it is midnight: then only the day is known. */
export function Moment({ at, language }: MomentProps): ReactNode {
  const moment = dateOf(at)
  if (!moment) return null
  const iso = moment.toISOString()
  const isDay = iso.endsWith('T00:00:00.000Z')
  const format = new Intl.DateTimeFormat(language, isDay ? DAY : { ...DAY, ...TIME })
  return <time dateTime={isDay ? iso.slice(0, 10) : iso}>{format.format(moment)}</time>
}
