import type { LexicalDocument } from './lexical/types'

/** The formats in which copy comes in. */
export const WIRE_FORMATS = ['house', 'ninjs', 'rss', 'atom', 'wxr', 'markdown'] as const
export type WireFormat = (typeof WIRE_FORMATS)[number]

export const BYLINE_ROLES = ['reporter', 'editor', 'photographer', 'translator', 'contributor'] as const
export type WireBylineRole = (typeof BYLINE_ROLES)[number]

export const TAG_KINDS = ['subject', 'person', 'organisation', 'place', 'event'] as const
export type WireTagKind = (typeof TAG_KINDS)[number]

export const PUB_STATUSES = ['usable', 'withheld', 'canceled'] as const
export type WirePubStatus = (typeof PUB_STATUSES)[number]

export const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const
type WireCorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Someone who signs the story, in the source's own wording. */
export type WireByline = { readonly name: string; readonly slug?: string; readonly role: WireBylineRole }

/** The part of the paper. A source may give a name, a slug, an IPTC Media Topic, or several of them. */
export type WireSection = {
  readonly name?: string
  readonly slug?: string
  readonly mediaTopic?: string
  readonly description?: string
  /** The section it is part of. */
  readonly parent?: WireSection
}

export type WireTag = {
  readonly name: string
  readonly slug?: string
  readonly kind: WireTagKind
  /** `medtop:` and eight digits. */
  readonly mediaTopic?: string
}

export type WireCorrection = { readonly kind: WireCorrectionKind; readonly text: string; readonly correctedAt: string }

/** A picture by its address. Readers fetch nothing: whether it is fetched is for the saving stage to say. */
export type WireImage = {
  readonly url: string
  readonly alt?: string
  readonly caption?: string
  readonly credit?: string
}

/**
 * One story as any source tells it, before its names are looked up and anything is saved. Every reader gives this and
 * no more; all moments are ISO 8601 in UTC (`2023-10-18T09:00:00.000Z`). What a source does not say is absent.
 */
export type WireItem = {
  readonly format: WireFormat
  /** The source's own id: ninjs `uri`, RSS `guid`, Atom `id`. */
  readonly guid?: string
  readonly headline?: string
  readonly slug?: string
  readonly standfirst?: string
  readonly body: LexicalDocument
  /** In the order of print. */
  readonly bylines: readonly WireByline[]
  readonly section?: WireSection
  readonly tags: readonly WireTag[]
  readonly publishedAt?: string
  readonly embargoUntil?: string
  /** Its source says that there is no embargo: one that an earlier version set is lifted. A source that says nothing lifts none. */
  readonly liftsEmbargo?: true
  readonly updatedAt?: string
  /** BCP 47. */
  readonly language?: string
  readonly dateline?: { readonly place?: string; readonly date?: string; readonly text?: string }
  readonly corrections?: readonly WireCorrection[]
  readonly pubStatus: WirePubStatus
  /** What the source holds it for; whether it may go out here is the desk's to say. */
  readonly status: 'draft' | 'published'
  /** Its source takes it back in other words than {@link pubStatus}: it withdraws it as a kill does, or holds it as a draft. */
  readonly takesBack?: 'withdraws' | 'holds'
  /** Why its source does not want it published now, as a sentence in plain English. The story stays a draft and the report says so. */
  readonly holdBack?: string
  /** The feed or site that gave out {@link guid}. Two stories with one id are one story only if they have one origin. */
  readonly origin?: string
  /** The id within {@link origin} that the story is known by, where that is not {@link guid}: a WordPress post by its number. */
  readonly localId?: string
  /** Where readers find the story at its source, where that is not {@link guid}. */
  readonly link?: string
  /** Paths under which readers knew the story at its source, as redirects have them. */
  readonly aliases?: readonly string[]
  /** The source's own number or date of this version. */
  readonly version?: string
  /** A canceled story with all its text, from another newsroom's export: where it is not known it comes in as a draft. */
  readonly isWhole?: true
  /** What readers are told when a canceled story was public. */
  readonly notice?: string
  /** Its status is not known, and may mean a withdrawal: what is wrong with it. Readers must not have it unseen. */
  readonly faults?: readonly WireError[]
  readonly heroImage?: WireImage
  readonly meta?: { readonly title?: string; readonly description?: string }
  /** The agency or system it came from. */
  readonly provider?: string
}

/** `to` of what became no part of the article; `why` then says why. */
export const LEFT_OUT = 'left-out'

/** What became of one line, field or element of the source. */
export type SourceMapEntry = {
  /** `line 12`, `lines 4-9`, `$.headlines[0]`, `channel/item[3]/content:encoded` */
  readonly at: string
  /** The article's field, such as `headline` or `dateline.place`, or {@link LEFT_OUT}. */
  readonly to: string
  readonly why?: string
}

/** Everything in the source, each piece exactly once, in the source's order: nothing is dropped without being named. */
export type SourceMap = readonly SourceMapEntry[]

/** What is wrong, where, and what to write instead. */
export type WireError = {
  /** From 1. */
  readonly line?: number
  /** From 1, in UTF-16 code units, as text editors count. */
  readonly column?: number
  /** The field or element, as an account names it. */
  readonly path?: string
  readonly message: string
}

/** What a reader found that is a story. `notes` are what an editor may want to look at; none of it stopped the reading. */
export type ReadItem = {
  readonly ok: true
  readonly item: WireItem
  readonly account: SourceMap
  readonly notes: readonly string[]
  /** Of a file that may hold several stories: the piece this one was read from, character for character. */
  readonly source?: string
}

/** What a reader found that is no story and no fault: a feed's own title, a WordPress page, a menu entry. */
type ReadAside = {
  readonly ok: true
  readonly item: undefined
  readonly account: SourceMap
  readonly notes: readonly string[]
}

/** What a reader could not read. */
type ReadFault = { readonly ok: false; readonly errors: readonly WireError[]; readonly account: SourceMap }

/** One piece of a source file. A file's pieces together account for the whole file. */
export type ItemResult = ReadItem | ReadAside | ReadFault
