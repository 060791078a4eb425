import { LEADS } from './notices'
import { isMomentWord, opensAsBareKill, opensAsKill, withoutUnseen } from './release'
import { asLatin, fold } from './text'

/** Whether words kill a story: for certain, or perhaps, so that an editor has to look. */
export type Kill = 'certain' | 'doubtful'

/** A longer line is a paragraph. */
const MAX_LENGTH = 200
const MAX_LABEL_WORDS = 4
/** No label is longer. */
const MAX_LABEL = 60

/** Labels that kill a story, in the languages of newsrooms. A comma parts them. */
const CLEAR = keys(
  'kill, killed, mandatory kill, kill mandatory, story kill, kill story, mandatory story kill, kill the story, kill this story, kill copy, copy kill, kill report, kill article, kill item, bulletin kill, kill notice, kill advisory, kill order, withdrawn, story withdrawn, withdrawn story, retracted, story retracted, retracted story, retraction, ' +
    'retirada, retirado, nota retirada, noticia retirada, retractada, retractado, retractación, despacho anulado, noticia anulada, nota anulada, retratação, retratada, notícia retirada, notícia anulada, ' +
    'retirée, retiré, rétractée, rétracté, rétractation, dépêche annulée, dépêche retirée, ' +
    'zurückgezogen, zurueckgezogen, meldung zurückgezogen, meldung zurueckgezogen, storno, storniert, widerrufen, ' +
    'ritirata, ritirato, notizia ritirata, notizia annullata, ritrattazione, ritrattata, ingetrokken, teruggetrokken, bericht ingetrokken, wycofane, wycofano, wycofana, depesza anulowana, depesza wycofana, ' +
    'отозвано, отозвана, новость отозвана, сообщение отозвано, материал отозван, аннулировано, сообщение аннулировано, новость аннулирована, снято с ленты, ' +
    '撤稿, 撤稿通知, 撤稿声明, 撤稿聲明, 撤回稿件, 稿件撤回, 此稿作废, 此稿作廢, 기사 취소, 기사취소, 전문 취소, 전문취소, 기사 철회, 기사철회, 기사 삭제, 기사삭제, سحب الخبر, سحب خبر, الخبر مسحوب, خبر مسحوب, إلغاء الخبر, إلغاء خبر, الخبر ملغى, خبر ملغى, يلغى الخبر',
)

/** Labels that may kill a story, and may be what a headline is about. */
const UNCLEAR = keys('cancelled, canceled, spiked, anulada, anulado, anulación, annulé, annulée, annulation, annulliert, widerruf, annullato, annullata, annullamento, intrekking, anulowane, anulowano, anulacja, отозван, аннулирована, отзыв, 撤回, 撤销, 撤銷, 撤下, 删稿, 刪稿, 作废, 作廢, 취소, 철회, سحب, إلغاء, مسحوب, ملغى')

/** Labels that are prose in small letters: "Killed: the story of a bill". */
const PROSE = keys('killed')

/** Labels that are also ordinary words at the front of a headline: "RETIRADA: tropas salen", "STORNO: was Reisende wissen müssen". */
const ORDINARY = keys('retirada, retirado, storno, storniert, ritirata, ritirato')

/** The words of a label, with blanks or a hyphen between them. */
const WORDS = /^[\p{L}\p{M}]+(?:[ -][\p{L}\p{M}]+)*$/u
/** What is behind a label: a mark, or nothing. */
const MARKED = /^(?: ?[:|/]| +-|-[ -]|[.;]|[^\p{L}\p{N}]*$)/u
/** Dashes that are in no word, whatever is beside them. */
const DASHED = /^[\u2012-\u2015]/
/** Brackets and signs around a label. */
const OPENS = /[\p{Ps}\p{Pi}<*_]\s*$/u
const CLOSES = /^\s*[\p{Pe}\p{Pf}>*_]/u
const BRACKETS_BEHIND = /[\p{Ps}]([^\p{Ps}\p{Pe}]{2,30})[\p{Pe}]$/u
const KILLS_PIECE = /^kill (?:story|copy)$/

/**
 * Whether a headline is a notice that kills its story, or has a label in front that does: "WITHDRAWN: …", "(KILL) …",
 * "撤稿:…". A label in small letters, and one of a headline that is all in capitals, may be part of what it says.
 */
export function killInHeadline(headline: string): Kill | undefined {
  const line = withoutUnseen(headline.slice(0, MAX_LENGTH * 2)).normalize('NFKC').trim()
  if (line.length > MAX_LENGTH) return undefined
  const isNotice = opensAsKill(line)
  if (isNotice && (opensAsBareKill(line) || isCapitals(line.split(' ', 2).join(' ')))) return 'certain'
  for (const { 0: word, index } of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const kill = killAt(line, index)
    if (kill !== undefined) return kill
    const plain = fold(word)
    if (!LEADS.has(plain) && !isMomentWord(plain)) break
  }
  return killBehind(line) ?? (isNotice ? 'doubtful' : undefined)
}

/** The marks behind a label, and the brackets around it. */
const BEHIND_LABEL = /^[\s\p{Pe}\p{Pf}\p{Pd}>*_:|/.;,]+/u
/** The first mark that may end a label, such as that of "MANDATORY KILL of this story: …". */
const FIRST_MARK = /[:|/\u2012-\u2015]| - /

/**
 * The headlines that a story may have had before a label that kills it was put in front or behind; none for a headline that
 * kills nothing. What leads up to the label may have been there before.
 */
export function withoutKillLabel(headline: string): string[] {
  if (killInHeadline(headline) === undefined) return []
  const line = withoutUnseen(headline).normalize('NFKC').trim()
  const label = labelIn(line)
  const mark = FIRST_MARK.exec(line.slice(0, MAX_LABEL))
  const rests = [
    ...(label ? [line.slice(label.end), `${line.slice(0, label.start)}${line.slice(label.end).replace(BEHIND_LABEL, '')}`] : []),
    ...(mark ? [line.slice(mark.index)] : []),
    ...(line.search(BRACKETS_BEHIND) > 0 ? [line.slice(0, line.search(BRACKETS_BEHIND))] : []),
  ].map((rest) => rest.replace(BEHIND_LABEL, '').trim())
  return [...new Set(rests)].filter((rest) => rest !== line && /[\p{L}\p{N}]/u.test(rest))
}

/** Where the first label of a headline is. */
function labelIn(line: string): { start: number; end: number } | undefined {
  for (const { 0: word, index: start } of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const words = [...line.slice(start, start + MAX_LABEL).matchAll(/[\p{L}\p{M}]+/gu)].slice(0, MAX_LABEL_WORDS)
    for (const last of words.reverse()) {
      const end = start + last.index + last[0].length
      const label = line.slice(start, end)
      if (WORDS.test(label) && (CLEAR.has(keyOf(label)) || UNCLEAR.has(keyOf(label)))) return { start, end }
    }
    if (!LEADS.has(fold(word)) && !isMomentWord(fold(word))) return undefined
  }
  return undefined
}

/** What the label that begins at a place of a headline says. */
function killAt(line: string, start: number): Kill | undefined {
  const words = [...line.slice(start, start + MAX_LABEL).matchAll(/[\p{L}\p{M}]+/gu)].slice(0, MAX_LABEL_WORDS)
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1]
    const label = line.slice(start, start + (last ? last.index + last[0].length : 0))
    const key = keyOf(label)
    if (!WORDS.test(label) || (!CLEAR.has(key) && !UNCLEAR.has(key))) continue
    const kill = killOf(key, label, { before: line.slice(0, start), rest: line.slice(start + label.length) })
    if (kill !== undefined) return kill
  }
  return undefined
}

function killOf(key: string, label: string, { before, rest }: { before: string; rest: string }): Kill | undefined {
  const isInBrackets = OPENS.test(before) && CLOSES.test(rest)
  const isLabel = isInBrackets || MARKED.test(fold(rest)) || DASHED.test(rest)
  const isCased = label !== label.toLowerCase() || label !== label.toUpperCase()
  const isLoud = isCased && isCapitals(label)
  if (!isLabel) return KILLS_PIECE.test(key) && isLoud ? (isCapitals(rest) ? 'doubtful' : 'certain') : undefined
  if (UNCLEAR.has(key)) return isLoud || !isCased ? 'doubtful' : undefined
  // "KILLED - 12 in storm" counts the dead.
  if (PROSE.has(key) && /^[^\p{L}\p{N}]*\p{N}/u.test(rest)) return 'doubtful'
  if (isInBrackets || !isCased) return 'certain'
  if (isLoud && !isCapitals(rest)) return ORDINARY.has(key) && /[\p{L}\p{N}]/u.test(rest) ? 'doubtful' : 'certain'
  // "To kill: a mockingbird" is prose.
  const isFirst = !/[\p{L}\p{N}]/u.test(before) || /[:;|./-] ?$/.test(fold(before))
  return isLoud || (isFirst && !PROSE.has(key)) ? 'doubtful' : undefined
}

/** A label in brackets at the end may be about the story or part of it. */
function killBehind(line: string): Kill | undefined {
  const label = BRACKETS_BEHIND.exec(line)?.[1]?.trim() ?? ''
  // A script without capitals is the same in both.
  return CLEAR.has(keyOf(label)) && label === label.toUpperCase() ? 'doubtful' : undefined
}

/** Whether a text has letters, and all in capitals. */
function isCapitals(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase()
}

function keys(list: string): Set<string> {
  return new Set(list.split(', ').map(keyOf))
}

/** A label as it is compared: in small letters, without accents, in Latin letters where its own look like them. */
function keyOf(label: string): string {
  return asLatin(label.toLowerCase()).replace(/[\s-]+/g, ' ')
}
