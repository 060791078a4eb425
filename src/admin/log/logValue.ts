import { PUB_STATUSES } from '../../ingest/item'
import { isScheduleType } from '../../articles/schedule'
import { STAGES } from '../../articles/stages'
import { VISIBILITY_KINDS } from '../../articles/visibility'
import { momentIn } from '../visibility/describe'
import type { WordKey } from '../../i18n/admin/useWords'

type Telling = { language: string; t: (key: WordKey) => string; timeZone: string }

/** What an entry of the log says something was, or has become: a stage, a status, a moment, or what is done at one. */
export function logValue(value: string, { language, t, timeZone }: Telling): string {
  const stage = STAGES.find((each) => each === value)
  if (stage) return t(`stage:${stage}`)
  const status = PUB_STATUSES.find((each) => each === value)
  if (status) return t(`option:${status}`)
  if (value === 'published') return t('stage:published')
  const kind = VISIBILITY_KINDS.find((each) => each === value)
  if (kind) return t(`visibility:${kind}`)
  const outcome = (['dismissed', 'failed', 'notWithdrawn'] as const).find((each) => each === value)
  if (outcome) return t(`option:${outcome}`)
  const [type, at] = value.split(' ')
  if (isScheduleType(type)) return [t(`schedule:${type}`), at && isMoment(at) ? momentIn(at, language, timeZone) : ''].filter(Boolean).join(' · ')
  return isMoment(value) ? momentIn(value, language, timeZone) : value
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
}
