import type { DefaultServerCellComponentProps } from 'payload'
import { mainVersions } from '../../desk/standing'
import { schedulesOf } from '../../desk/waiting'
import type { Article } from '../../payload-types'
import { visibilityOf } from '../../articles/visibility'
import { wordsIn } from '../../i18n/admin/wordsIn'
import { describeVisibility } from './describe'

/** In lists of articles, the trash too: whether readers can see it, from or until when. The row is the newest version. */
export async function VisibilityCell({ i18n, payload, rowData }: DefaultServerCellComponentProps) {
  const newest = rowData as Article | undefined
  // Payload also renders the cell where there is no row, for the form of an article.
  if (!newest) return null
  const isMain = newest._status === 'published' || !newest.firstPublishedAt
  const [main, schedules] = await Promise.all([isMain ? undefined : mainVersions([newest.id], payload), schedulesOf(newest.id, payload)])
  const visibility = visibilityOf({ main: main?.get(newest.id) ?? newest, newest, schedules })
  const timeZone = payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  return <span data-visibility={visibility.kind}>{describeVisibility(visibility, { language: i18n.language, t: wordsIn(i18n.language), timeZone })}</span>
}
