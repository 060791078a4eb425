import type { ReactNode } from 'react'
import { newsroomTimeZone, wallClock } from '../../text/dateText'
import { dateOf } from '../../formats/dates'

/** `timeZone`: the newsroom's, unless another is named. */
type MomentProps = { at: string | null | undefined; language: string; timeZone?: string }

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { hour: '2-digit', hourCycle: 'h23', minute: '2-digit', timeZoneName: 'short' } as const

/** A date in words, in the newsroom's time zone, with its time unless it is midnight: then only the day is known. */
export function Moment({ at, language, timeZone = newsroomTimeZone() }: MomentProps): ReactNode {
  const moment = dateOf(at)
  if (!moment) return null
  const [day, time] = wallClock(moment, timeZone).split('T')
  const isDay = time === '00:00:00.000'
  const format = new Intl.DateTimeFormat(language, { ...DAY, ...(isDay ? {} : TIME), timeZone })
  return <time dateTime={isDay ? day : moment.toISOString()}>{format.format(moment)}</time>
}
