/** The words by which lines of copy, notes and headlines hold their story back or kill it, in the languages of newsrooms. `release.ts` reads them. */

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
export const KILLS = [
  new RegExp(`^(?:mandatory kill(?:${STOP}| (?:of|the|this|story|order|notice|advisory)(?!\\p{L}))|kill[ ,.;-]{1,3}kill(?!\\p{L}))`, 'u'),
  /^(?:kill notice|(?:mandatory )?(?:bulletin|story|copy) kill|story withdrawn)(?!\p{L})/u,
  new RegExp(`^(?:(?:withdrawal|retraction) notice|${PIECE} (?:withdrawn|killed|retracted)|retraction)${STOP}`, 'u'),
]

/** Those of them that no headline begins with in prose: a mark is behind them, or the story they kill. */
export const BARE_KILLS = [
  new RegExp(`^(?:mandatory kill|kill notice|(?:mandatory )?(?:bulletin|story|copy) kill|${PIECE} (?:withdrawn|killed|retracted)|(?:withdrawal|retraction) notice)(?:${STOP}| (?:of|for|on) (?:(?:the|this|our|previous) )?${PIECE}(?!\\p{L})| by (?:the )?(?:agency|editors?|newsroom|publisher|sender|source)(?!\\p{L}))`, 'u'),
  /^mandatory kill (?:(?:the|this) )?(?:story|copy|notice|advisory)(?!\p{L})|^kill[ ,.;-]{1,3}kill(?!\p{L})/u,
]

/** One that is a label of prose in small letters: "Retraction: journal pulls paper". */
export const RETRACTION = new RegExp(`^retraction${STOP}`, 'u')

/** What keeps a story back where a line or a clause of a note begins with it, whatever follows. */
export const NOTICES = [
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
export const OPENINGS = [
  ...NOTICES,
  new RegExp(`^(?:(?:please|pls|kindly) )?(?:hold|held) (?:for|until|till) (?:release|publication|orders|approval|further notice|(?<=until |till )\\d|(?:(?:after|at|on|about|the|next|early|late|noon|midnight) ){0,3}${MOMENT})`, 'u'),
  new RegExp(`^(?:advance )?for (?:release|publication|use|broadcast)(?: ?:(?! ?(?:immediate|now))| (?:on|at|after|from|until|not before|only|${WHEN}))`),
  new RegExp(`^release(?: date| time)?(?: *[:|]| (?:at|not before|on ${WHEN}|after ${WHEN}|from ${WHEN}|${WHEN}))`),
  /^(?:draft|confidential|internal|on hold|hold|legal hold|not approved|not yet approved|advance|advisory)[^\p{L}\p{N}]{0,5}$/u,
]

/** What keeps a story back anywhere in a note, and is prose in a headline. */
export const NOTE_NOTICES = [
  ...NOTICES,
  /^(?:(?:please|pls|kindly) (?:with)?hold|hold (?:until|till|til|pending)|not (?:yet )?(?:been )?(?:legally )?cleared|(?:story|copy|piece|article|item|keep|this) on hold)(?!\p{L})/u,
]

/** What does so where a clause of a note begins with it. */
export const NOTE_OPENINGS = [...OPENINGS, ...NOTE_NOTICES, /^(?:(?:hold|held) (?:for|until|till|back|off|publication|release|this|story|copy)|on (?:legal )?hold|not (?:yet )?approved)(?!\p{L})/u]

/** A line that says that there is no embargo. */
export const NO_EMBARGO = /^embargo(?:ed)?(?: (?:date|time|until|status))? ?[:|-] ?(?:none|no|n\/a|nil|lifted|expired|over|not applicable|keine?r?|aucun|ninguno|nenhum|nessuno|geen|brak|нет|无)(?=[^\p{L}\p{N}]{0,5}$|[.;,] )/u

/** A bare "embargo" behind other words is what a headline is about. */
export const BARE = new RegExp(`^embargo(?!ed)(?! (?:${UNTIL})(?!\\p{L}))`, 'u')

/** Words that lead up to a notice: how urgent a story is, which version it is, and whom a note is for. */
export const LEADS = new Set(
  'urgent flash breaking alert bulletin update updated lead writethru writethrough advisory exclusive important warning caution reminder correction corrected refile repeat nb n b note notes notice please pls kindly editor editors s editorial ed eds desk desks attention attn to for the all of our media press eilmeldung eil achtung hinweis wichtig bitte beachten an die redaktion redaktionen aux à rédactions rédacteurs importante urgente atención atenção nota a los las aos editores redactores redacciones attenzione alle redazioni let op opgelet belangrijk aan de redactie redacties uwaga pilne ważne do redakcji внимание срочно молния редакторам редакциям примечание 注意 重要 紧急 緊急 速报 긴급 주의 참고 عاجل تنبيه ملاحظة هام'.split(' '),
)

/** Those of them that address a desk: what follows is a note. */
export const ADDRESSES = new Set('note notes notice please editor editors desk desks attention attn redaktionen rédactions editores redactores redazioni redacties redakcji редакторам редакциям'.split(' '))

/** Labels in capitals that keep a story back, with a colon, a dash or a bracket behind them. */
export const LABELS = new Set(['HOLD', 'ON HOLD', 'LEGAL HOLD', 'HOLD FOR LEGAL', 'DRAFT', 'FIRST DRAFT', 'ROUGH DRAFT', 'INTERNAL', 'INTERNAL ONLY', 'CONFIDENTIAL', 'ADVANCE', 'ADVISORY', 'KILL', 'WITHHOLD', 'WITHHELD', 'NOT APPROVED', 'NOT YET APPROVED', 'NOT FOR PUBLICATION', 'EMBARGO', 'EMBARGOED', 'NFP', 'WIP'])

/** Words before a notice that turn it round. */
export const DENIED = new Set('no not without longer'.split(' '))

/** How a notice begins that is an embargo, in the languages of newsrooms. */
export const EMBARGO = /^(?:(?:strictly|strict|under|press|news|media|unter|sous|bajo|sob|sotto|onder|pod) )?(?:embarg|[эе]мбарго|sperrfrist|gesperrt bis|엠바고|解禁)/u

/** Words of a note that keep a story back until somebody says otherwise. */
export const HELD = /(?:^|[^\p{L}\p{N}])(?:with)?h(?:o|e)ld(?![\p{L}\p{N}])|^(?:strictly )?(?:not (?:yet )?(?:for|to be) |do not |don t )(?:publication|publish(?:ed)?|released?|used?|run)[^\p{L}\p{N}]*$/u
/** Words that say until when. */
export const UNTIL_THEN = /embargo|\d|(?:^|[^\p{L}])(?:until|till|til|before|after|(?:sun|mon|tues|wednes|thurs|fri|satur)day|today|tonight|tomorrow|noon|midnight)(?!\p{L})/u
