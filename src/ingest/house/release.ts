import { parseHouseDate } from './date'
import { asLatin, fold, quote, tidy } from './text'

/** What a line above the body says about when the story may go out. */
export type Release = { readonly embargoUntil?: string; readonly liftsEmbargo?: true; readonly holdBack?: string; readonly takesBack?: 'withdraws' | 'holds' }

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** A day that a line may name: by its name, or the first figure of a date. */
const DAY = '(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]? \\d)'
const WHEN = `(?:\\d|${DAY})`
/** A day or a time, which a bare number is not. */
const MOMENT = `(?:${DAY}|\\d{4}|\\d{1,2}(?:[.:/-]\\d| ?(?:am|pm|h|hrs|uhr|gmt|utc)(?!\\p{L})|(?:st|nd|rd|th)?,? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))`

/** "Until", in the languages of newsrooms. */
const UNTIL = 'until|till|tills|til|hasta|jusque?|bis|fino|sino|fins|do|até|tot|indtil|inntil|až|până|hingga|sampai|до|(?:ate|avant|antes|prima|vor|voor|przed|before|le|el|il|al|à|am|um|ab|vanaf) \\d'
/** What ends a label, or the line. */
const MARK = '(?: *[:|/\\\\@-]|[^\\p{L}\\p{N}]{0,5}$)'

/** What ends a notice that is also prose with other words behind it. */
const STOP = `(?:${MARK}|[.;,])`
/** What a newsroom sends. */
const PIECE = '(?:story|stories|report|article|copy|text|material|item|release|dispatch|interview|version|bulletin|photo|picture)'

/** What kills a story that went out before. */
const KILLS = [
  new RegExp(`^(?:mandatory kill(?:${STOP}| (?:of|the|this|story|order|notice|advisory)(?!\\p{L}))|kill[ ,.;-]{1,3}kill(?!\\p{L}))`, 'u'),
  /^(?:kill notice|(?:mandatory )?(?:bulletin|story|copy) kill|story withdrawn)(?!\p{L})/u,
  new RegExp(`^(?:(?:withdrawal|retraction) notice|${PIECE} (?:withdrawn|killed|retracted)|retraction)${STOP}`, 'u'),
]

/** Those of them that no headline begins with in prose: a mark is behind them, or the story they kill. */
const BARE_KILLS = [
  new RegExp(`^(?:mandatory kill|kill notice|(?:mandatory )?(?:bulletin|story|copy) kill|${PIECE} (?:withdrawn|killed|retracted)|(?:withdrawal|retraction) notice)(?:${STOP}| (?:of|for|on) (?:(?:the|this|our|previous) )?${PIECE}(?!\\p{L})| by (?:the )?(?:agency|editors?|newsroom|publisher|sender|source)(?!\\p{L}))`, 'u'),
  /^mandatory kill (?:(?:the|this) )?(?:story|copy|notice|advisory)(?!\p{L})|^kill[ ,.;-]{1,3}kill(?!\p{L})/u,
]

/** One that is a label of prose in small letters: "Retraction: journal pulls paper". */
const RETRACTION = new RegExp(`^retraction${STOP}`, 'u')

/** What keeps a story back where a line or a clause of a note begins with it, whatever follows. */
const NOTICES = [
  ...KILLS,
  new RegExp(`^(?:(?:strictly|strict|under|press|news|media) )?embargo(?:ed)?(?:${MARK}|[ .,;?]{1,3}(?:${WHEN}|(?:${UNTIL}|to|for|date|time|today|tonight|tomorrow|don t|not (?:for|to)|no publication|ask|call|check|contact|desk|hold|break)(?!\\p{L})))`, 'u'),
  new RegExp(`^embargoed (?:copy|material)${MARK}`, 'u'),
  new RegExp(`^(?:please|pls|kindly) kill (?:(?:the|this|our|all) )?(?:previous )?${PIECE}(?!\\p{L})`, 'u'),
  new RegExp(`^kill (?:the|this) ${PIECE}(?: (?:slugged|headlined|titled|sent|moved)(?!\\p{L})|${MARK})`, 'u'),
  new RegExp(`^(?:this|the following|following|the attached|attached)(?: ${PIECE})? (?:is|are|remains) (?:strictly |still )?(?:embargoed|under (?:(?:strict|press) )?embargo|not for (?:publication|release))(?!\\p{L})`, 'u'),
  new RegExp(`^(?:(?:this|the following|the attached|these|all)(?: ${PIECE})?|${PIECE}) (?:may|must|can|should) not be (?:published|released|broadcast|used|printed|distributed|transmitted)(?: or (?:published|released|broadcast|used))? (?:before|until|till|prior to)(?!\\p{L})`, 'u'),
  new RegExp(`^(?:(?:strictly )?private (?:and|&) confidential${STOP}|hfr(?!\\p{L}))`, 'u'),
  /^(?:strictly )?not (?:yet )?(?:for|to be) (?:immediate )?(?:publication|published|release|released|use|used|broadcast|distribution|distributed|transmission)/,
  new RegExp(`^not (?:yet )?(?:been )?(?:legally )?cleared(?:${MARK}|[.;,]| for(?!\\p{L}))`, 'u'),
  /^with(?:hold|held) (?:(?:until|till|til)(?! now)|(?:from )?(?:publication|release))(?!\p{L})/u,
  /^(?:no publication before|release on delivery|check against delivery|es gilt das gesprochene wort|seul le prononc[ée] fait foi)/,
  new RegExp(`^(?:publish|publication|release|broadcast)(?: only)? (?:(?:after|on|at|from):? (?:the )?${MOMENT}|(?:not before|no earlier than|not earlier than)(?!\\p{L}))`, 'u'),
  /^(?:(?:for )?(?:internal|official|desk|staff) use only|for internal (?:use|circulation|distribution)|nur (?:f(?:ü|ue|u)r den internen|zum internen) gebrauch|[àa] usage interne|(?:para |per )uso interno|только для служебного пользования|для служебного пользования|[仅僅]供[内內]部|내부용)/,
  /^(?:do not|don t) (?:publish|release|broadcast|distribute|print|use)(?: (?:before|until|till|yet|without)|[^\p{L}\p{N}]{0,5}$)/u,
  /^(?:do not|don t) publish(?: *[:|.,;?-]| (?:this|it|embargo|press embargo))/,
  /^(?:embargo(?:ed)?(?:until|till|donot|notfor)|notfor(?:publication|release)|donot(?:publish|release|use))/,
  /^(?:(?:sende)?sperrfrist(?:ende|en(?= ?[:|]))?(?!\p{L})|gesperrt bis|unter embargo|nicht (?:zur ver(?:ö|oe|o)ffentlichung|ver(?:ö|oe|o)ffentlichen)|nicht f(?:ü|ue|u)r (?:die )?ver(?:ö|oe|o)ffentlichung|ver(?:ö|oe|o)ffentlichung (?:verboten|untersagt))/u,
  /^nicht vor [^.]{1,40} (?:zu )?(?:ver(?:ö|oe|o)ffentlich|publizier|verwend|freigeb|send)/u,
  /^frei(?:gegeben)? (?:erst )?(?:ab (?:\d{1,2}(?:[.:]\d\d)? (?:uhr|h)(?!\p{L})|\d{1,2}[.] |(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)|f(?:ü|ue|u)r (?:die )?(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|morgen|abend)s?[ -]{0,3}ausgabe)/u,
  /^(?:禁止|不得|[请請切]?勿)[在于於].{1,30}前(?:[发發][布佈表]|刊[发發登]|[报報][道導]|公[开開])/u,
  /^보도 ?시점(?! ?:? ?(?:배포 ?)?즉시)/u,
  /^(?:sous embargo|(?:[àa] )?ne pas (?:publier|diffuser)|pas pour (?:publication|diffusion)|(?:publication|diffusion) interdite|interdite? (?:de|[àa] la) (?:publication|diffusion))/,
  /^(?:bajo embargo|no publicar|no difundir|(?:publicaci[óo]n|difusi[óo]n) prohibida|prohibid[ao] (?:(?:su|la) )?(?:publicaci[óo]n|difusi[óo]n|publicar|difundir)|n[ãa]o (?:publicar|divulgar)|sob embargo|(?:publica[çc][ãa]o|divulga[çc][ãa]o) proibida|proibid[ao] (?:(?:sua|a) )?(?:publica[çc][ãa]o|divulga[çc][ãa]o))/,
  /^(?:non (?:pubblicare|diffondere)|sotto embargo|vietat[ao] la (?:pubblicazione|diffusione)|niet (?:voor publicatie|publiceren)|publicatie verboden|onder embargo|nie (?:do (?:publikacji|druku|emisji)|publikowa[ćc])|pod embargiem)/,
  /^(?:не (?:для (?:публикации|печати|эфира)|публиковать)|публикация запрещена|엠바고|(?:보도|게재|공개|배포) ?(?:금지|유예|불가)|禁[运運]至|禁[发發]|(?:禁止|(?:[请請切]?勿|[请請]不要))(?:[发發][布佈表]|刊[发發登]|[报報][道導])|不得[发發][布佈表]|(?:掲載|公開|報道)(?:禁止|不可)|保密至)/,
  new RegExp(`^embargad[oa](?:${MARK}| (?:hasta|para|até|\\d))`, 'u'),
  new RegExp(`^[эе]мбарго(?:${MARK}| (?:до|по|на публикацию|\\d))`, 'u'),
  /^解禁(?:[时時][间間]|日期|[时時]刻|至|[于於]| *[:|-]|$| ?\d)/,
  /^(?:حظر|محظور|ممنوع|يحظر|يمنع) (?:من )?(?:النشر|نشره)(?: *[:|-]|$| (?:حتى|قبل|إلى|الى|لغاية)| ?\d)/,
  /^(?:لا ينشر|ليس للنشر|غير مخصص للنشر)/,
]

/** What keeps a story back where a whole line begins with it. */
const OPENINGS = [
  ...NOTICES,
  new RegExp(`^(?:(?:please|pls|kindly) )?(?:hold|held) (?:for|until|till) (?:release|publication|orders|approval|further notice|(?<=until |till )\\d|(?:(?:after|at|on|about|the|next|early|late|noon|midnight) ){0,3}${MOMENT})`, 'u'),
  new RegExp(`^(?:advance )?for (?:release|publication|use|broadcast)(?: ?:(?! ?(?:immediate|now))| (?:on|at|after|from|until|not before|only|${WHEN}))`),
  new RegExp(`^release(?: date| time)?(?: *[:|]| (?:at|not before|on ${WHEN}|after ${WHEN}|from ${WHEN}|${WHEN}))`),
  /^(?:draft|confidential|internal|on hold|hold|legal hold|not approved|not yet approved|advance|advisory)[^\p{L}\p{N}]{0,5}$/u,
]

/** What keeps a story back anywhere in a note, and is prose in a headline. */
const NOTE_NOTICES = [
  ...NOTICES,
  /^(?:(?:please|pls|kindly) (?:with)?hold|hold (?:until|till|til|pending)|not (?:yet )?(?:been )?(?:legally )?cleared|(?:story|copy|piece|article|item|keep|this) on hold)(?!\p{L})/u,
]

/** What does so where a clause of a note begins with it. */
const NOTE_OPENINGS = [...OPENINGS, ...NOTE_NOTICES, /^(?:(?:hold|held) (?:for|until|till|back|off|publication|release|this|story|copy)|on (?:legal )?hold|not (?:yet )?approved)(?!\p{L})/u]

/** A line that says that there is no embargo. */
const NO_EMBARGO = /^embargo(?:ed)?(?: (?:date|time|until|status))? ?[:|-] ?(?:none|no|n\/a|nil|lifted|expired|over|not applicable|keine?r?|aucun|ninguno|nenhum|nessuno|geen|brak|нет|无)(?=[^\p{L}\p{N}]{0,5}$|[.;,] )/u

/** A bare "embargo" behind other words is what a headline is about. */
const BARE = new RegExp(`^embargo(?!ed)(?! (?:${UNTIL})(?!\\p{L}))`, 'u')

/** Words that lead up to a notice: how urgent a story is, which version it is, and whom a note is for. */
export const LEADS = new Set(
  'urgent flash breaking alert bulletin update updated lead writethru writethrough advisory exclusive important warning caution reminder correction corrected refile repeat nb n b note notes notice please pls kindly editor editors s editorial ed eds desk desks attention attn to for the all of our media press eilmeldung eil achtung hinweis wichtig bitte beachten an die redaktion redaktionen aux à rédactions rédacteurs importante urgente atención atenção nota a los las aos editores redactores redacciones attenzione alle redazioni let op opgelet belangrijk aan de redactie redacties uwaga pilne ważne do redakcji внимание срочно молния редакторам редакциям примечание 注意 重要 紧急 緊急 速报 긴급 주의 참고 عاجل تنبيه ملاحظة هام'.split(' '),
)

/** Those of them that address a desk: what follows is a note. */
const ADDRESSES = new Set('note notes notice please editor editors desk desks attention attn redaktionen rédactions editores redactores redazioni redacties redakcji редакторам редакциям'.split(' '))

/** Labels in capitals that keep a story back, with a colon, a dash or a bracket behind them. */
const LABELS = new Set(['HOLD', 'ON HOLD', 'LEGAL HOLD', 'HOLD FOR LEGAL', 'DRAFT', 'FIRST DRAFT', 'ROUGH DRAFT', 'INTERNAL', 'INTERNAL ONLY', 'CONFIDENTIAL', 'ADVANCE', 'ADVISORY', 'KILL', 'WITHHOLD', 'WITHHELD', 'NOT APPROVED', 'NOT YET APPROVED', 'NOT FOR PUBLICATION', 'EMBARGO', 'EMBARGOED', 'NFP', 'WIP'])

/** Words before a notice that turn it round. */
const DENIED = new Set('no not without longer'.split(' '))

/** Words of a date and a time, beside the figures. */
const MOMENT_WORDS = new Set('am pm h hrs hours uhr noon midnight at on mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december gmt utc bst cet cest est edt pst pdt kst jst msk z'.split(' '))

/** Zones that an embargo may name, in minutes. */
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries({ gmt: 0, utc: 0, z: 0, bst: 60, cet: 60, cest: 120, est: -300, edt: -240, pst: -480, pdt: -420, kst: 540, jst: 540, msk: 180, мск: 180 }))

/** A moment without a zone may be this much later than it reads. */
const DOUBT_MS = 14 * 3_600_000

/**
 * Reads a line such as "EMBARGOED UNTIL 18 October 2023, 09:00 GMT"; undefined for any other line. A moment that is whole
 * becomes the embargo. One without a zone or an hour holds the story back until it is surely past, and a line without any
 * holds it back for good.
 */
export function readRelease(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  const texts = readings(line)
  if (texts.some((text) => isNoEmbargo(text))) return { liftsEmbargo: true }
  if (!texts.some(opensAsNotice)) return undefined
  const takesBack = opensAsBareKill(line) ? 'withdraws' : opensAsKill(line) || texts.some((text) => /kill/.test(text)) ? 'holds' : undefined
  return { ...releaseOf(texts[0] ?? '', line, now), ...(takesBack === undefined ? {} : { takesBack }) }
}

/** Whether what a source says of its embargo is that there is none, in the words that a line "EMBARGO: NONE" may have. */
export function saysNoEmbargo(words: string): boolean {
  return words.length <= MAX_LENGTH && isNoEmbargo(plain(`embargo: ${words}`))
}

/** Reads a line of a note to editors or of terms of use: what keeps the story back may stand anywhere in it. */
export function readNote(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  for (const text of readings(line)) {
    const notice = noticeIn(text)
    if (notice !== undefined) return releaseOf(notice, line, now)
  }
  return undefined
}

/** Words of a note that keep a story back until somebody says otherwise. */
const HELD = /(?:^|[^\p{L}\p{N}])(?:with)?h(?:o|e)ld(?![\p{L}\p{N}])|^(?:strictly )?(?:not (?:yet )?(?:for|to be) |do not |don t )(?:publication|publish(?:ed)?|released?|used?|run)[^\p{L}\p{N}]*$/u
/** Words that say until when. */
const UNTIL_THEN = /embargo|\d|(?:^|[^\p{L}])(?:until|till|til|before|after|(?:sun|mon|tues|wednes|thurs|fri|satur)day|today|tonight|tomorrow|noon|midnight)(?!\p{L})/u

/** Whether a line that keeps its story back takes it back, too: it is about a kill, or a hold without an end. An embargo is none. */
export function holdsWithoutEnd(line: string): boolean {
  return line.length <= MAX_LENGTH && readings(line).some((text) => /kill|withdraw|retract/.test(text) || (HELD.test(text) && !UNTIL_THEN.test(text)))
}

/** How a notice begins that is an embargo, in the languages of newsrooms. */
const EMBARGO = /^(?:(?:strictly|strict|under|press|news|media|unter|sous|bajo|sob|sotto|onder|pod) )?(?:embarg|[эе]мбарго|sperrfrist|gesperrt bis|엠바고|解禁)/u

/** Whether a line begins with an embargo, and says nothing of a kill: it takes back nothing that went out before. */
export function opensAsEmbargo(line: string): boolean {
  return readings(line.slice(0, MAX_LENGTH)).some((text) => opensWith(text, [EMBARGO], [EMBARGO]) && !/kill|withdraw|retract/.test(text))
}

/** Whether a line kills a story that went out before: it begins with such a notice, or with words that lead up to one. */
export function opensAsKill(line: string): boolean {
  return line.length <= MAX_LENGTH && readings(line).some((text) => opensWith(text, KILLS, KILLS))
}

/** Whether a headline kills its story in words that are no prose, as "Kill notice served on farmers" is. */
export function opensAsBareKill(line: string): boolean {
  const kills = /(?<!\p{L})RETRACTION(?!\p{L})/u.test(asLatin(withoutUnseen(line.slice(0, MAX_LENGTH)).normalize('NFKC'))) ? [...BARE_KILLS, RETRACTION] : BARE_KILLS
  return line.length <= MAX_LENGTH && readings(line).some((text) => opensWith(text, kills, kills))
}

/** A note from its first notice on. */
function noticeIn(text: string): string | undefined {
  let before = ''
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const rest = text.slice(index)
    const opensClause = index === 0 || /[.:;|,/-] ?$/.test(text.slice(Math.max(index - 2, 0), index))
    if (!DENIED.has(before) && !NO_EMBARGO.test(rest) && (opensClause ? NOTE_OPENINGS : NOTE_NOTICES).some((notice) => notice.test(rest))) return rest
    before = word
  }
  return undefined
}

/** Why a line holds the story back that begins with a label in capitals, such as "HOLD -" or "[DRAFT]". */
export function namesHold(line: string): string | undefined {
  const seen = asLatin(withoutUnseen(line.slice(0, MAX_LENGTH)).normalize('NFKC'))
  const bracketed = /^[^\p{L}\p{N}]{0,20}\[([a-z ]{2,25})\]/iu.exec(seen)?.[1]?.trim().toUpperCase()
  const [whole = '', label = ''] = /^[^\p{L}\p{N}]*([A-Z]+(?: [A-Z]+){0,3})/u.exec(seen) ?? []
  const rest = fold(seen.slice(whole.length)).replace(/^ v?\d{1,2}(?= ?[:|/-])/, '')
  return LABELS.has(bracketed ?? '') || (LABELS.has(label) && /^(?: ?[:|/]| +-|-[ -]|[\])}>»*_])/.test(rest)) ? `it says ${quote(line)}.` : undefined
}

/** The line in its plain form, and with letters of other scripts for the Latin ones they look like. */
function readings(line: string): string[] {
  const latin = asLatin(line)
  return latin === line ? [plain(line)] : [plain(line), plain(latin)]
}

/** Whether all that the line says is that there is no embargo. */
function isNoEmbargo(text: string): boolean {
  const end = NO_EMBARGO.exec(text)?.[0].length
  return end !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end))
}

/** Whether a notice is at the start, or behind a date, a number in a list, a label or words that lead up to it. */
function opensAsNotice(text: string): boolean {
  if (opensWith(text, OPENINGS, NOTICES)) return true
  const [label] = /^[^:|]{1,40}?(?: ?[:|] ?| - )/.exec(text) ?? []
  const said = label === undefined ? '' : text.slice(label.length)
  return /^(?:embargo|not |sperrfrist)/.test(said) && !BARE.test(said) && NOTICES.some((notice) => notice.test(said))
}

function opensWith(text: string, openings: readonly RegExp[], notices: readonly RegExp[]): boolean {
  const isOpening = (rest: string) => openings.some((opening) => opening.test(rest))
  if (isOpening(text)) return true
  let [moments, leads, isAddressed] = [0, 0, false]
  for (const { 0: word, index } of text.matchAll(/[^ ,;|:./-]+/g)) {
    const rest = text.slice(index)
    const isMarked = /[:;|./-] ?$/.test(text.slice(Math.max(index - 2, 0), index))
    const isCounted = moments > 1 || (moments === 1 && isMarked && /^\d{1,2}[ .:-]/.test(text))
    const isLed = leads > 0 || (moments > 0 && /^\d{1,2} /.test(text))
    if (leads > 0 && isMarked ? isOpening(rest) : (isCounted || (isLed && !BARE.test(rest))) && notices.some((notice) => notice.test(rest))) return true
    if (notices === NOTICES && isAddressed && isMarked && noticeIn(rest) !== undefined) return true
    isAddressed ||= ADDRESSES.has(word)
    if (isMomentWord(word)) moments += 1
    else if (LEADS.has(word)) leads += 1
    else break
  }
  return false
}

function releaseOf(text: string, line: string, now: Date): Release {
  const found = momentIn(text)
  if (!found) return { holdBack: `it says ${quote(line)}, and no date can be read from that.` }
  const { date, isExact } = found
  const embargoUntil = date.toISOString()
  if (isExact || date.getTime() + DOUBT_MS < now.getTime()) return { embargoUntil }
  return { embargoUntil, holdBack: `it says ${quote(line)}, which leaves the hour or its time zone open.` }
}

/**
 * Why a line above the body holds the story back that says nothing of release in words that are known: it names a day to come,
 * as an embargo does in any language.
 */
export function namesDayAhead(line: string, now: Date): string | undefined {
  if (line.length > MAX_LENGTH || !/[12]\d\d\d/.test(fold(line))) return undefined
  const text = plain(line).replace(/(\d{4}-\d\d-\d\d)t(?=\d)/g, '$1 ')
  const [, first, second, year] = /(?:^|[^\d])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text) ?? []
  const days = year === undefined ? [dayIn(text)] : [`${year}-${second}-${first}`, `${year}-${first}-${second}`].map(dayIn)
  const isAhead = days.some((day) => day !== undefined && Date.parse(`${day}T24:00:00.000Z`) > now.getTime())
  return isAhead ? `it says ${quote(line)}, which names a day to come.` : undefined
}

/** Nothing that is unseen, no sign before the first word, and every letter in its plain form. */
function plain(line: string): string {
  const seen = withoutUnseen(line).normalize('NFKC').replace(/[⁄∕]/g, '/')
  const words = fold(seen).toLowerCase().replace(/:[a-z][\w+-]{1,40}:/g, ' ').replace(/[*#=<>[\](){}"'’!_~]/g, ' ')
  return joinLetters(tidy(words).replace(/^[^\p{L}\p{N}]+/u, ''))
}

/** The text without soft hyphens, joiners, zero-width blanks and the like. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
}

/** A word that is set letter by letter at the start ("E M B A R G O"), as one word. */
function joinLetters(text: string): string {
  const words = text.split(/[ .-]/)
  const end = words.findIndex((word) => !/^\p{L}$/u.test(word))
  const count = end < 0 ? words.length : end
  return count < 4 ? text : tidy([words.slice(0, count).join(''), ...words.slice(count)].join(' '))
}

export function isMomentWord(word: string): boolean {
  return /^\d{1,4}(?:st|nd|rd|th|am|pm|h|z|t\d\d)?$/.test(word) || MOMENT_WORDS.has(word)
}

function momentIn(text: string): { date: Date; isExact: boolean } | undefined {
  const time = /(\d{1,2})(?:[:.](\d\d)(?:[:.]\d\d)?)? ?(am|pm)?(?: ?hrs| ?hours| ?uhr)? ?(gmt|utc|bst|cet|cest|est|edt|pst|pdt|kst|jst|msk|мск|z)?(?=[^\p{L}\p{N}]|$)/gu
  const clock = [...text.matchAll(time)].find(([, , minute, half]) => minute !== undefined || half !== undefined)
  const rest = clock ? `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}` : text
  const day = dayIn(rest.replace(/(\d)t(?= |$)/g, '$1'))
  if (day === undefined) return undefined
  const [, hour = '0', minute = '0', half, zone] = clock ?? []
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0)
  const offset = ZONES.get(zone ?? '')
  const date = new Date(Date.parse(`${day}T00:00:00.000Z`) + (hours * 60 + Number(minute) - (offset ?? 0)) * 60_000)
  return { date, isExact: clock !== undefined && offset !== undefined }
}

/** The day among the words: the run of three parts that is one. */
function dayIn(text: string): string | undefined {
  const parted = text.replace(/([\p{L}\p{M}])(?=\d{4})/gu, '$1 ').replace(/(\d ?[日号號일])(?=\p{L})/gu, '$1 ')
  const words = parted.split(/[ ,;|:]/).filter((word) => word !== '')
  for (let from = 0; from < words.length; from += 1) {
    for (const count of [5, 4, 3, 1]) {
      const date = parseHouseDate(words.slice(from, from + count).join(' '))
      if (date.ok) return date.date
    }
  }
  return undefined
}
