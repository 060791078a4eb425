/** Which version of a story this is, as its source says it. */
export type SourceVersion = { version?: string | null | undefined; versionAt?: string | null | undefined }

/**
 * Compares two versions of one story: below 0 when the first is older, above 0 when it is newer, 0 when they are the same;
 * undefined when the source does not say. Numbers count before dates.
 */
export function compareVersions(one: SourceVersion, other: SourceVersion): number | undefined {
  const byNumber = compareWith(numberOf, one.version, other.version) ?? compareWith(momentOf, one.version, other.version)
  if (byNumber !== undefined && byNumber !== 0) return byNumber
  return compareWith(momentOf, one.versionAt, other.versionAt) ?? byNumber
}

function compareWith(read: (text: string) => number | undefined, one: string | null | undefined, other: string | null | undefined): number | undefined {
  const [first, second] = [one, other].map((text) => (text ? read(text) : undefined))
  return first === undefined || second === undefined ? undefined : first - second
}

function numberOf(version: string): number | undefined {
  return /^\d{1,15}$/.test(version) ? Number(version) : undefined
}

function momentOf(version: string): number | undefined {
  const moment = /^\d{4}-\d\d-\d\dT/.test(version) ? Date.parse(version) : NaN
  return Number.isNaN(moment) ? undefined : moment
}
