import { toMarkdown } from '../formats/markdown'
import { toWholeNinjs } from '../formats/ninjs'
import type { ArticleDocument, FormatOptions } from '../formats/types'

type Writer = {
  /** How a file's name ends. */
  extension: string
  /** `each` article is a file of its own, or `all` stand in one, a line each. */
  files: 'all' | 'each'
  write: (article: ArticleDocument, options: FormatOptions) => string
  /** What of an article does not come back from it. */
  losses: readonly string[]
}

/** What no exchange format has a word for. */
const ALWAYS_LOST = [
  'ids, logins, the log, the original copy and earlier versions',
  'picture files: their addresses stay',
  'whether a story came by wire, and when it was first published, where that is not its date',
  'descriptions, aliases and order of sections; aliases and addresses elsewhere of tags; job titles and biographies of authors',
  'what readers are told of a withdrawn article, and that it was published: it comes in as a draft that stays withdrawn',
] as const

const LOST_IN_NINJS = [
  ...ALWAYS_LOST,
  'the order of tags of several kinds: subjects, people, organisations, places and events come one after the other',
  'the day of a dateline, beside its text',
  'empty paragraphs, and runs of blanks',
] as const

/** What `--format` may say. ninjs goes one a file, or as JSON Lines (https://jsonlines.org). */
export const EXPORT_FORMATS = {
  ninjs: { extension: '.json', files: 'each', write: (article, options) => `${JSON.stringify(toWholeNinjs(article, options), null, 2)}\n`, losses: LOST_IN_NINJS },
  markdown: { extension: '.md', files: 'each', write: toMarkdown, losses: [...ALWAYS_LOST, 'empty paragraphs, underline, sub- and superscript'] },
  jsonl: { extension: '.jsonl', files: 'all', write: (article, options) => `${JSON.stringify(toWholeNinjs(article, options))}\n`, losses: LOST_IN_NINJS },
} as const satisfies Record<string, Writer>

export type ExportFormat = keyof typeof EXPORT_FORMATS

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, name)
}
