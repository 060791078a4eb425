import { readCredit } from './credits'
import { noteUnread } from './header'
import { LINE_NAMES, holdBack, keep, kindOf, leaveOut, lineAt, takeRelease } from './reading'
import type { Reading } from './reading'
import { namesHold, readRelease } from './release'
import { isBlank, quote } from './text'
import { mayBeDateline, readLabelled } from './unread'

/** So many lines below the credits are looked at for a credit that came too late. */
const WATCHED_LINES = 5

/** Reads every line from a place on as body: one paragraph each, unchanged; blank lines are left out. */
export function readBody(reading: Reading, from: number): string[] {
  const body: string[] = []
  for (let index = from; index < reading.source.length; index++) {
    const line = lineAt(reading, index)
    if (isBlank(line)) {
      leaveOut(reading, index, 'blank')
      continue
    }
    const release = readRelease(line, reading.now)
    // In the body, a notice may be part of the story.
    if (release) takeRelease(reading, release.takesBack === undefined ? release : { ...release, takesBack: 'holds' })
    const isNotice = release?.embargoUntil !== undefined || namesHold(line) !== undefined
    if (isNotice) reading.slots.holdBack ??= `line ${String(index + 1)} in the body says ${quote(line)}.`
    keep(reading, index, 'body')
    body.push(line)
    if (body.length <= WATCHED_LINES || /^\s*edited/i.test(line)) noteLateCredit(reading, index, body.length === 1)
  }
  return body
}

function noteLateCredit(reading: Reading, index: number, isFirst: boolean): void {
  const line = lineAt(reading, index)
  const credit = readCredit(line)
  if (!credit) {
    if (readLabelled(line)) noteUnread(reading, index, 'credit')
    else if (!reading.seen.has('dateline') && mayBeDateline(line)) noteUnread(reading, index, 'dateline')
    return
  }
  if (isFirst && reading.seen.has(kindOf(credit))) return
  const name = LINE_NAMES[kindOf(credit)]
  reading.notes.push(`Line ${String(index + 1)} reads like the ${name} but stands in the body: it is kept as body.`)
  holdBack(reading, `line ${String(index + 1)}, ${quote(line)}, reads like the ${name} but stands in the body.`)
}
