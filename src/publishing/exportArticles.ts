import type { Payload, Where } from 'payload'
import { publicArticleWhere } from '../access/publicArticle'
import { toMarkdown } from '../formats/markdown'
import { toNinjs } from '../formats/ninjs'
import type { ArticleDocument, FormatOptions } from '../formats/types'
import { pageThrough } from './pageThrough'

/** What an export is written as, and the end of its files' names. */
export const EXPORT_FORMATS = {
  jsonl: { extension: 'jsonl', write: (article, options) => `${JSON.stringify(toNinjs(article, options))}\n` },
  markdown: { extension: 'md', write: toMarkdown },
  ninjs: { extension: 'json', write: (article, options) => `${JSON.stringify(toNinjs(article, options), null, 2)}\n` },
} as const satisfies Record<string, { extension: string; write: (article: ArticleDocument, options: FormatOptions) => string }>

export type ExportFormat = keyof typeof EXPORT_FORMATS

export type ExportSelection = {
  /** The id of a section. */
  section?: string | undefined
  /** What was changed, or came to be public, at this moment or later. */
  since?: Date | undefined
  /** What readers may read, or everything that is not in the trash: drafts, embargoed, withheld and withdrawn. */
  status: 'all' | 'published'
}

/** An article as it is to be written, or why it could not be. */
export type Exported = { name: string } & ({ text: string } | { fault: string })

/** Every article of a selection in a format, oldest first. One that cannot be written does not stop the others. */
export async function* exportArticles(
  payload: Payload,
  format: ExportFormat,
  selection: ExportSelection,
  options: FormatOptions,
): AsyncGenerator<Exported> {
  const { extension, write } = EXPORT_FORMATS[format]
  for await (const article of pageThrough(payload, whereOf(selection))) {
    const name = `${fileStem(article)}.${extension}`
    try {
      yield { name, text: write(article, options) }
    } catch (error) {
      yield { name, fault: error instanceof Error ? error.message : String(error) }
    }
  }
}

function whereOf({ section, since, status }: ExportSelection): Where {
  const from = since && { greater_than_equal: since.toISOString() }
  return {
    and: [
      ...(status === 'published' ? [publicArticleWhere()] : []),
      ...(section === undefined ? [] : [{ section: { equals: section } }]),
      ...(from ? [{ or: [{ updatedAt: from }, { publishedAt: from }, { embargoUntil: from }] }] : []),
    ],
  }
}

/** The slug; the id where there is none that every file system takes as a name. */
function fileStem({ id, slug }: ArticleDocument): string {
  const isName = slug && /^[\p{L}\p{M}\p{N}-]+$/u.test(slug) && Buffer.byteLength(slug) <= MAX_NAME_BYTES
  return isName ? slug : id
}

/** File systems take names of 255 bytes; the rest is for the ending and the name while it is being written. */
const MAX_NAME_BYTES = 230
