import type { Visibility } from '../../articles/visibility'

type VisibilityWord = `visibility:${Visibility['kind'] | 'from' | 'newerDraft' | 'since' | 'until'}`

type Describing = {
  language: string
  t: (key: VisibilityWord, values?: Record<string, unknown>) => string
  /** The newsroom's time zone. */
  timeZone: string
}

/** The one answer to "can readers see it, and from or until when?" in words. */
export function describeVisibility({ from, hasNewerDraft, kind, until }: Visibility, { language, t, timeZone }: Describing): string {
  const when = (moment: string) => momentIn(moment, language, timeZone)
  return [
    t(`visibility:${kind}`),
    from === null ? '' : t(kind === 'public' ? 'visibility:since' : 'visibility:from', { when: when(from) }),
    until === null ? '' : t('visibility:until', { when: when(until) }),
    hasNewerDraft ? t('visibility:newerDraft') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** A day and time as the newsroom's clocks show it. */
export function momentIn(moment: string, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment))
}
