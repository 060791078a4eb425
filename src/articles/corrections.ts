/** A correction as it is stored or comes in. */
export type Correction = {
  id?: string | null | undefined
  kind?: string | null | undefined
  text?: string | null | undefined
  correctedAt?: string | null | undefined
}

type Corrected<Row> = { rows: Row[] } | { fault: string }

/**
 * What becomes of the corrections of an article: those that readers have seen stay first, as they were; what follows
 * them is new. To take back a correction is to correct it by another one.
 *
 * @param published what readers have seen
 * @param wanted what is to be saved
 */
export function settleCorrections<Row extends Correction>(published: readonly Correction[], wanted: readonly Row[]): Corrected<Row> {
  if (wanted.length < published.length) return { fault: REMOVED }
  for (const [index, seen] of published.entries()) {
    const row = wanted[index]
    if (!row || row.kind !== seen.kind || row.text !== seen.text || !isSameMoment(row.correctedAt, seen.correctedAt)) return { fault: CHANGED }
  }
  return { rows: wanted.map((row, index) => ({ ...row, correctedAt: published[index]?.correctedAt ?? row.correctedAt })) }
}

const REMOVED = 'A correction that readers have seen stays: add one that takes it back.'
const CHANGED = 'A correction that readers have seen stays as it is, in its place: add one that puts it right.'

/** A client may leave the date of an old correction out. */
function isSameMoment(wanted: string | null | undefined, seen: string | null | undefined): boolean {
  return !wanted || !seen || Date.parse(wanted) === Date.parse(seen)
}
