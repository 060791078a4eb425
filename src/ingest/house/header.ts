import { isBareLabel, readCredit } from './credits'
import { killInHeadline, withoutKillLabel } from './killLabel'
import { LINE_NAMES, holdBack, keep, kindOf, leaveOut, lineAt, skipBlanks, takeCredit, takeRelease } from './reading'
import type { Reading } from './reading'
import { namesDayAhead, namesHold, opensAsEmbargo, readRelease } from './release'
import { isBlank, isDashes, quote } from './text'
import { isLabelLike, mayBeCredit, mayBeDateline, unreadReason } from './unread'

/** Credits are looked for below at most so many paragraphs of lead; a longer text without any is all body. */
const MAX_LEAD_PARAGRAPHS = 10
/** So many lines may stand between headline and Published line, such as "CORRECTED: changes name". */
const MAX_KICKERS = 3
/** A first line longer than this (UTF-16 code units) is noted, being perhaps a paragraph. */
const LONG_HEADLINE = 250

/**
 * Reads what is above the body (headline slot, `Published:`, lead, credits) and returns where the body begins.
 * The credits are the first run of credit lines, blank lines between them or not; the first other line ends them, and
 * below it nothing is a credit. Without credits there is no lead: all that follows the Published line is body.
 */
export function readHeader(reading: Reading): number {
  let next = skipBlanks(reading, 0)
  next = skipBlanks(reading, readHeadlineSlot(reading, next))
  if (reading.slots.headline === undefined) readKilledHeadline(reading)
  next = skipBlanks(reading, readPublishedLine(reading, readKickers(reading, next)))
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
  watch(reading, index)
  watchForKill(reading, line)
  keep(reading, index, 'headline')
  if (credit || line.length > LONG_HEADLINE) {
    const looks = credit ? `reads like the ${LINE_NAMES[kindOf(credit)]}` : 'is long for a headline'
    reading.notes.push(`Line ${String(index + 1)} is the headline but ${looks}; if there is none, put a dash above it.`)
  }
  return index + 1
}

/** Copy whose only line above the Published line is a kill notice, or may be one, has its headline behind it: "MANDATORY KILL: Headline". */
function readKilledHeadline(reading: Reading): void {
  const { accounts, slots } = reading
  if (slots.takesBack === undefined) return
  const place = accounts.findIndex(({ text, to }) => to === 'embargo' && killInHeadline(text) !== undefined && withoutKillLabel(text).length > 0)
  const account = accounts[place]
  if (!account) return
  accounts[place] = { line: account.line, text: account.text, to: 'headline' }
  slots.headline = account.text.trim()
}

/**
 * Lines between the headline and a Published line that lead and credits follow: part of the standfirst, and a reason to
 * look at the story. Where credits follow at once, those lines are the lead, which came before the Published line.
 */
function readKickers(reading: Reading, from: number): number {
  const published = findPublished(reading, from)
  if (published === undefined || published === from) return from
  const after = nextLine(reading, published + 1)
  if (readCredit(lineAt(reading, after)) || findCredits(reading, after) === undefined) return from
  readLead(reading, from, published)
  const line = lineAt(reading, from)
  reading.notes.push(`Line ${String(from + 1)}, ${quote(line)}, stands between the headline and the Published line: it is kept as standfirst.`)
  holdBack(reading, `line ${String(from + 1)}, ${quote(line)}, stands between the headline and the Published line.`)
  return published
}

/** The Published line, at most a few lines below the headline, with nothing like a credit before it. */
function findPublished(reading: Reading, from: number): number | undefined {
  for (let index = from, lines = 0; index < reading.source.length && lines <= MAX_KICKERS; index++) {
    const line = lineAt(reading, index)
    if (isBlank(line) || readRelease(line, reading.now)) continue
    const credit = readCredit(line)
    if (credit) return kindOf(credit) === 'published' ? index : undefined
    lines++
  }
  return undefined
}

function nextLine(reading: Reading, from: number): number {
  let index = from
  while (index < reading.source.length && isBlank(lineAt(reading, index))) index++
  return index
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
    else if (!takeUnknownCredit(reading, index)) {
      if (mayBeDateline(line)) noteUnread(reading, index, 'dateline')
      watch(reading, index)
      paragraphs.push(line.trim())
      keep(reading, index, 'standfirst')
    }
  }
  if (reading.slots.standfirst !== undefined) paragraphs.unshift(reading.slots.standfirst)
  if (paragraphs.length > 0) reading.slots.standfirst = paragraphs.join('\n')
}

/** Holds the story back when a line above its body begins with a label such as "HOLD -", or names a day to come. */
function watch(reading: Reading, index: number): void {
  const line = lineAt(reading, index)
  const reason = namesHold(line) ?? namesDayAhead(line, reading.now)
  if (reason !== undefined) holdBack(reading, reason)
}

/** A headline that kills its story, or that a label in capitals holds back, takes back what went out before; an embargo does not. */
function watchForKill(reading: Reading, headline: string): void {
  const kill = killInHeadline(headline)
  if (kill === undefined && namesHold(headline) === undefined) return
  holdBack(reading, `it says ${quote(headline)}.`)
  if (kill !== undefined || !opensAsEmbargo(headline)) takeRelease(reading, { takesBack: kill === 'certain' ? 'withdraws' : 'holds' })
}

/** Leaves a credit out that is not known: it is in the notes, and an editor has to look at the story. */
function takeUnknownCredit(reading: Reading, index: number): boolean {
  const line = lineAt(reading, index)
  if (!mayBeCredit(line)) return false
  leaveOut(reading, index, 'a credit that is not known')
  reading.notes.push(`Line ${String(index + 1)} is a credit that is not known here, and was left out: ${line.trim()}`)
  holdBack(reading, unreadReason(index, line, 'credit'))
  return true
}

export function noteUnread(reading: Reading, index: number, what: string): void {
  reading.notes.push(`Line ${String(index + 1)} looks like a ${what} and could not be read as one: it is kept as text.`)
  holdBack(reading, unreadReason(index, lineAt(reading, index), what))
}

/** Each kind of credit is read once, but for those whose label leaves no doubt, such as `EDITED BY|`: their names add up. */
function readCredits(reading: Reading, from: number): number {
  for (let next = from; ; next = skipBlanks(reading, next + 1)) {
    const credit = readCredit(lineAt(reading, next))
    if (!credit && takeUnknownCredit(reading, next)) continue
    if (!credit) {
      // A line that usually ends the credits may be one of them, unless it is a sentence of the body.
      if (isLabelLike(lineAt(reading, next)) && !/[.。]$/.test(lineAt(reading, next).trimEnd())) watch(reading, next)
      return next
    }
    const kind = kindOf(credit)
    if (reading.seen.has(kind) && kind !== 'editors' && kind !== 'bylines') {
      const line = quote(lineAt(reading, next))
      reading.notes.push(`Line ${String(next + 1)}, ${line}, is a second ${LINE_NAMES[kind]}: it is kept as body.`)
      holdBack(reading, `line ${String(next + 1)}, ${line}, is a second ${LINE_NAMES[kind]}.`)
      return next
    }
    takeCredit(reading, next, credit)
  }
}
