import { isBlank } from './blank'

/** What {@link missingForPublication} looks at; a relation counts when it is there at all. */
export type Candidate = {
  headline?: string | null | undefined
  body?: unknown
  section?: unknown
  bylines?: readonly { author?: unknown }[] | null | undefined
  /** The picture on top, read from the library; left out when the article has none. */
  picture?: { alt?: string | null; credit?: string | null; mimeType?: string | null } | null | undefined
}

/** Something an article still needs: the field, and what to do about it. */
export type MissingField = { field: 'body' | 'bylines' | 'headline' | 'heroImage' | 'section'; message: string }

/** All that an article still needs to be published, in the order of the page. */
export function missingForPublication({ body, bylines, headline, picture, section }: Candidate): MissingField[] {
  const missing: (MissingField | false)[] = [
    isBlank(headline) && { field: 'headline', message: 'Write a headline.' },
    !saysSomething(body) && { field: 'body', message: 'Write the body.' },
    Boolean(picture?.mimeType && !picture.mimeType.startsWith('image/')) && { field: 'heroImage', message: 'Choose a picture: this file is none.' },
    Boolean(picture && isBlank(picture.alt)) && {
      field: 'heroImage',
      message: 'Say in the library what the picture shows, for readers who cannot see it.',
    },
    Boolean(picture && isBlank(picture.credit)) && {
      field: 'heroImage',
      message: 'Give the picture a credit in the library.',
    },
    !section && { field: 'section', message: 'Choose a section.' },
    !bylines?.length && { field: 'bylines', message: 'Add a byline.' },
    // A row that names nobody is no byline.
    Boolean(bylines?.length && bylines.some(({ author }) => !author)) && { field: 'bylines', message: 'Choose an author in each byline, or remove the empty one.' },
  ]
  return missing.filter((each) => each !== false)
}

/** Whether a Lexical document holds a word, a picture or a block; an empty paragraph says nothing. */
function saysSomething(body: unknown): boolean {
  const pending: unknown[] = [isRecord(body) ? body.root : undefined]
  while (pending.length > 0) {
    const node = pending.pop()
    if (!isRecord(node)) continue
    if (typeof node.text === 'string' && !isBlank(node.text)) return true
    if (node.type === 'block' || node.type === 'upload') return true
    if (Array.isArray(node.children)) for (const child of node.children) pending.push(child)
  }
  return false
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
