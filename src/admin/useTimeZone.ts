'use client'
import { useConfig } from '@payloadcms/ui'

/** The newsroom's time zone, in which the admin UI shows moments. */
export function useTimeZone(): string {
  return useConfig().config.admin.timezones?.defaultTimezone ?? 'UTC'
}
