import type { DefaultServerCellComponentProps } from 'payload'
import { wordsIn } from '../../i18n/admin/wordsIn'
import { logValue } from './logValue'

/** A value in the log, in words. */
export function LogValueCell({ cellData, i18n, payload }: DefaultServerCellComponentProps) {
  if (typeof cellData !== 'string' || cellData === '') return <span>–</span>
  const timeZone = payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  return <span>{logValue(cellData, { language: i18n.language, t: wordsIn(i18n.language), timeZone })}</span>
}
