'use client'
import { useConfig } from '@payloadcms/ui'
import { CLIENT_SLUGS, DEFAULT_SLUGS } from '../options/slugs'
import type { Slugs } from '../options/slugs'

/** The slugs of the newsroom's collections, in the browser: the server's own are not known there. */
export function useSlugs(): Slugs {
  const { config } = useConfig()
  // Payload tells this to those who are signed in.
  const told: unknown = config.admin.custom?.[CLIENT_SLUGS]
  return isSlugs(told) ? told : DEFAULT_SLUGS
}

/** Whether it is what the plugin has put there. */
function isSlugs(value: unknown): value is Slugs {
  return typeof value === 'object' && value !== null && Object.keys(DEFAULT_SLUGS).every((name) => name in value)
}
