import { toMarkdown } from '../formats/markdown'
import { toNinjs } from '../formats/ninjs'
import type { ArticleDocument, FormatOptions } from '../formats/types'

type Writer = {
  /** How a file's name ends. */
  extension: string
  /** `each` article is a file of its own, or `all` stand in one, a line each. */
  files: 'all' | 'each'
  write: (article: ArticleDocument, options: FormatOptions) => string
}

/** What `--format` may say. ninjs goes one a file, or as JSON Lines (https://jsonlines.org). */
export const EXPORT_FORMATS = {
  ninjs: { extension: '.json', files: 'each', write: (article, options) => `${JSON.stringify(toNinjs(article, options), null, 2)}\n` },
  markdown: { extension: '.md', files: 'each', write: toMarkdown },
  jsonl: { extension: '.jsonl', files: 'all', write: (article, options) => `${JSON.stringify(toNinjs(article, options))}\n` },
} as const satisfies Record<string, Writer>

export type ExportFormat = keyof typeof EXPORT_FORMATS

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, name)
}
