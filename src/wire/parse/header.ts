import { isBareLabel, readCredit } from './credits'
import { LINE_NAMES, keep, kindOf, leaveOut, lineAt, skipBlanks, takeCredit, takeRelease } from './reading'
import type { Reading } from './reading'
import { readRelease } from './release'
import { isBlank, isDashes, quote } from './text'

/** Credits are looked for below at most so many paragraphs of lead; a longer text without any is all body. */
export const MAX_LEAD_PARAGRAPHS = 10
/** A first line longer than this (UTF-16 code units) is noted, being perhaps a paragraph. */
const LONG_HEADLINE = 250

/**
 * Reads what stands above the body (headline slot, `Published:`, lead, credits) and returns where the body begins.
 * The credits are the first run of credit lines, blank lines between them or not; the first other line ends them, and
 * below it nothing is a credit. Without credits there is no lead: all that follows the Published line is body.
 */
export function readHeader(reading: Reading): number {
  let next = skipBlanks(reading, 0)
  next = skipBlanks(reading, readHeadlineSlot(reading, next))
  next = skipBlanks(reading, readPublishedLine(reading, next))
  const credits = findCredits(reading, next)
  if (credits === undefined) {
    reading.notes.push('There are no credits, and so no standfirst: every paragraph is body.')
  } else {
    readLead(reading, next, credits)
    next = readCredits(reading, credits)
  }
  if (!reading.seen.has('published')) reading.notes.push('There is no Published line.')
  return next
}

/**
 * The first line is the headline, whatever it looks like, save where it is the dash that stands for none or where its
 * label says that the slot itself was left away.
 */
function readHeadlineSlot(reading: Reading, index: number): number {
  const line = lineAt(reading, index)
  if (isDashes(line)) {
    leaveOut(reading, index, 'no headline')
    return index + 1
  }
  const credit = readCredit(line)
  if (credit?.kind === 'published' || credit?.kind === 'editors') return index
  if (credit?.kind === 'fault' && credit.of === 'published' && (/\d/.test(line) || isBareLabel(line))) return index
  reading.slots.headline = line.trim()
  keep(reading, index, 'headline')
  if (credit || line.length > LONG_HEADLINE) {
    const looks = credit ? `reads like the ${LINE_NAMES[kindOf(credit)]}` : 'is long for a headline'
    reading.notes.push(`Line ${String(index + 1)} is the headline but ${looks}; if there is none, put a dash above it.`)
  }
  return index + 1
}

function readPublishedLine(reading: Reading, index: number): number {
  const credit = readCredit(lineAt(reading, index))
  if (!credit || kindOf(credit) !== 'published') return index
  takeCredit(reading, index, credit)
  return index + 1
}

/** The first credit line below a lead of sane length. */
function findCredits(reading: Reading, from: number): number | undefined {
  let paragraphs = 0
  for (let index = from; index < reading.source.length && paragraphs <= MAX_LEAD_PARAGRAPHS; index++) {
    const line = lineAt(reading, index)
    if (isBlank(line) || readRelease(line, reading.now)) continue
    const credit = readCredit(line)
    const opens = credit && !(credit.kind === 'dateline' && credit.dateline.date === undefined)
    if (opens && !reading.seen.has(kindOf(credit))) return index
    paragraphs++
  }
  return undefined
}

function readLead(reading: Reading, from: number, end: number): void {
  const paragraphs: string[] = []
  for (let index = from; index < end; index++) {
    const line = lineAt(reading, index)
    const release = readRelease(line, reading.now)
    if (isBlank(line)) leaveOut(reading, index, 'blank')
    else if (release) {
      keep(reading, index, 'embargo')
      takeRelease(reading, release)
    } else if (isDashes(line)) leaveOut(reading, index, 'no standfirst')
    else {
      paragraphs.push(line.trim())
      keep(reading, index, 'standfirst')
    }
  }
  if (paragraphs.length > 0) reading.slots.standfirst = paragraphs.join('\n')
}

/** Each kind of credit is read once, but for `EDITED BY|`, whose label leaves no doubt: its names add up. */
function readCredits(reading: Reading, from: number): number {
  for (let next = from; ; next = skipBlanks(reading, next + 1)) {
    const credit = readCredit(lineAt(reading, next))
    if (!credit) return next
    const kind = kindOf(credit)
    if (reading.seen.has(kind) && kind !== 'editors') {
      const line = quote(lineAt(reading, next))
      reading.notes.push(`Line ${String(next + 1)}, ${line}, is a second ${LINE_NAMES[kind]}: it is kept as body.`)
      return next
    }
    takeCredit(reading, next, credit)
  }
}
