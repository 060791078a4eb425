'use client'
import type { NestedKeysStripped } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import type { en } from './en'

/** A word of ours, as `desk:title`. */
export type WordKey = NestedKeysStripped<typeof en>

/** Our words in the language of whoever is signed in, and that language. */
export function useWords(): { t: (key: WordKey, values?: Record<string, unknown>) => string; language: string } {
  const { i18n, t } = useTranslation<typeof en, WordKey>()
  return { t, language: i18n.language }
}
