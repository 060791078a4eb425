'use client'
import type { NestedKeysStripped } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import type { words } from '.'

type English = (typeof words)['en']

/** A word of ours, as `desk:title`. */
export type WordKey = NestedKeysStripped<English>

/** Our words in the language of the signed-in person, and that language. */
export function useWords(): { t: (key: WordKey, values?: Record<string, unknown>) => string; language: string } {
  const { i18n, t } = useTranslation<English, WordKey>()
  return { t, language: i18n.language }
}
