/** One printed credit: the name in the house's own wording, and what that person did. */
export type CopyByline = { readonly name: string; readonly role: 'reporter' | 'editor' | 'photographer' | 'translator' | 'contributor' }

/** Where and when the story was filed. Only the place is certain; the other slots may be empty in print. */
export type CopyDateline = {
  readonly place: string
  /** The middle slot as printed. The house puts a country or a news agency there, and does not say which. */
  readonly countryOrAgency?: string
  /** `YYYY-MM-DD` */
  readonly date?: string
  /** The whole line as printed, without the blanks around it. */
  readonly text: string
}

/** What one file of house wire copy says. A slot the copy leaves empty is absent here. */
export type HouseCopy = {
  readonly headline?: string
  /** `YYYY-MM-DD` */
  readonly published?: string
  /** The lead; its paragraphs, where there are several, are parted by `\n`. */
  readonly standfirst?: string
  /** The moment before which it may not go out; ISO 8601 in UTC. */
  readonly embargoUntil?: string
  /** It says that there is no embargo. */
  readonly liftsEmbargo?: true
  /** Why it must not be published as it is, as a sentence. */
  readonly holdBack?: string
  /** It takes back a story that went out before: it kills it, or it may. */
  readonly takesBack?: 'withdraws' | 'holds'
  readonly dateline?: CopyDateline
  readonly section?: string
  /** Reporters, then editors, each in the order of print. */
  readonly bylines: readonly CopyByline[]
  /** Each paragraph exactly as in the source, its line terminator apart. Never empty. */
  readonly body: readonly string[]
}

/** The part of the copy that a line became. */
export type LinePart = 'embargo' | 'headline' | 'published' | 'standfirst' | 'dateline' | 'section+bylines' | 'editors' | 'bylines' | 'body'

/**
 * What became of one source line. Every line of the source has exactly one account, in order.
 * The one exception is named in its `why`: past {@link MAX_LINES} lines, one last account holds all the rest.
 */
export type LineAccount =
  | { readonly line: number; readonly text: string; readonly to: LinePart }
  | { readonly line: number; readonly text: string; readonly to: 'left-out'; readonly why: string }

/** Why a file cannot be read, where, and what to write instead. */
export type CopyError = {
  /** The file's name, when the caller gave one. */
  readonly name?: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units, as text editors count. */
  readonly column: number
  readonly message: string
}

export type HouseCopyResult =
  | {
      readonly ok: true
      readonly copy: HouseCopy
      readonly lines: readonly LineAccount[]
      /** What an editor may want to look at; none of it stopped the reading. */
      readonly notes: readonly string[]
    }
  | {
      readonly ok: false
      readonly errors: readonly CopyError[]
      readonly lines: readonly LineAccount[]
      /** What could be read of copy that takes its story back. Its body may be empty. */
      readonly takenBack?: HouseCopy
    }
