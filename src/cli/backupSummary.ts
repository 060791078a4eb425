import type { Counts } from '../backup/format'

/** What a backup holds, in words. */
export function summaryOf(counts: Counts): string {
  const sum = (kind: keyof Counts) => Object.values(counts[kind]).reduce((total, count) => total + count, 0)
  return `${sum('collections') + sum('globals')} documents, ${sum('versions') + sum('global-versions')} versions and ${sum('files')} files`
}
