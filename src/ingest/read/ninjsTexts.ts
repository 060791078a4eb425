import { htmlToLexical, htmlToText, markdownToLexical, plainToLexical } from '../lexical'
import type { LexicalDocument } from '../lexical'
import { childOf, textOf } from './fields'
import type { Field } from './fields'
import type { Reading } from './reading'

type TextForm = 'html' | 'markdown' | 'plain' | 'xml'

/** One of the texts of an item: 2.x and 3.x keep them in lists, 1.x under names such as `body_html`. */
type Version = { readonly field: Field; readonly role: string; readonly form: TextForm; readonly text: string }

const MAIN_ROLES = ['main', '', 'body', 'headline', 'title', 'full']
const STANDFIRST_ROLES = ['standfirst', 'main', '', 'summary', 'lead', 'abstract', 'description', 'excerpt', 'drop-head', 'caption']
/** Roles that our own export gives what search engines show. */
const SEARCH_ROLES = ['search', 'seo']

export function readHeadlines(reading: Reading): { headline?: string | undefined; metaTitle?: string | undefined } {
  const versions = versionsOf(reading, ['headlines', 'headline', 'headline_'])
  const main = pick(versions, MAIN_ROLES) ?? versions.find(({ role }) => !SEARCH_ROLES.includes(role))
  const search = versions.find(({ role }) => SEARCH_ROLES.includes(role))
  if (main) reading.claims.take(main.field, 'headline')
  if (search) reading.claims.take(search.field, 'meta.title')
  leaveOutOthers(reading, versions, 'headline')
  const title = main ? undefined : reading.text('headline', 'title')
  reading.claims.leaveOut(reading.field('title'), 'the item has a headline of its own')
  return { headline: main ? plain(main) : title, metaTitle: search && plain(search) }
}

/** The words of every field that may have the headline, whatever the story is called by. */
export function headlinesOf(reading: Reading): string[] {
  return [...versionsOf(reading, ['headlines', 'headline', 'headline_']).map(plain), textOf(reading.field('title')) ?? '']
}

type Descriptions = { standfirst?: string | undefined; datelineText?: string | undefined; metaDescription?: string | undefined }

export function readDescriptions(reading: Reading): Descriptions {
  const versions = versionsOf(reading, ['descriptions', 'description', 'description_'])
  const dateline = versions.find(({ role }) => role === 'dateline')
  const search = versions.find(({ role }) => SEARCH_ROLES.includes(role))
  const standfirst = pick(versions, STANDFIRST_ROLES)
  if (dateline) reading.claims.take(dateline.field, 'dateline.text')
  if (search) reading.claims.take(search.field, 'meta.description')
  if (standfirst) reading.claims.take(standfirst.field, 'standfirst')
  leaveOutOthers(reading, versions, 'description')
  return {
    standfirst: standfirst && plain(standfirst),
    datelineText: (dateline && plain(dateline)) ?? reading.text('dateline.text', 'dateline'),
    metaDescription: search && plain(search),
  }
}

/** The main text as HTML where there is one, since that says more than the same text without its marks. */
export function readBody(reading: Reading): LexicalDocument {
  const versions = versionsOf(reading, ['bodies', 'body', 'body_'])
  const role = MAIN_ROLES.find((each) => versions.some((version) => version.role === each)) ?? versions[0]?.role
  const mains = versions.filter((version) => version.role === role)
  const main = mains.find(({ form }) => form === 'html') ?? mains.find(({ form }) => form === 'markdown') ?? mains.find(({ form }) => form === 'plain') ?? mains[0]
  if (!main) {
    reading.notes.push('The item has no body.')
    return plainToLexical([])
  }
  reading.claims.take(main.field, 'body')
  for (const other of mains) reading.claims.leaveOut(other.field, 'it is the same text in another form')
  leaveOutOthers(reading, versions, 'body')
  if (main.form === 'plain') return plainToLexical(textParagraphs(main.text))
  const { document, notes } = main.form === 'markdown' ? markdownToLexical(main.text) : htmlToLexical(main.text)
  reading.notes.push(...notes.map((note) => `${main.field.path}: ${note}`))
  return document
}

/** The paragraphs of a plain text: blank lines part them, or each line is one where there are no blank lines. */
export function textParagraphs(text: string): string[] {
  const lines = text.split(/\r\n?|\n/)
  const trimmed = lines.slice(lines.findIndex((line) => line.trim() !== ''), lines.findLastIndex((line) => line.trim() !== '') + 1)
  if (!trimmed.some((line) => line.trim() === '')) return trimmed
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of trimmed) {
    if (line.trim() === '') isOpen = false
    else if (isOpen) paragraphs.push(`${paragraphs.pop() ?? ''} ${line.trim()}`)
    else paragraphs.push(line.trim())
    if (line.trim() !== '') isOpen = true
  }
  return paragraphs
}

function versionsOf(reading: Reading, [list = '', single = '', prefix = '']: readonly string[]): Version[] {
  const listed = reading.elements(list).flatMap((field) => {
    const text = textOf(childOf(field, 'value')) ?? textOf(field)
    const role = textOf(childOf(field, 'role'))?.toLowerCase() ?? ''
    return text === undefined ? [] : [{ field, role, form: formOf(textOf(childOf(field, 'contentType')) ?? textOf(childOf(field, 'contenttype'))), text }]
  })
  const named = [
    [single, 'plain'], [`${prefix}text`, 'plain'], [`${prefix}html`, 'html'], [`${prefix}xhtml`, 'html'],
  ] as const
  return named.reduce<Version[]>((versions, [name, form]) => {
    const field = reading.field(name)
    const text = textOf(field)
    return field && text !== undefined ? [...versions, { field, role: '', form, text }] : versions
  }, listed)
}

function formOf(contentType: string | undefined): TextForm {
  if (/html/i.test(contentType ?? '')) return 'html'
  // NITF and other XML: its elements say nothing here, and its words stay.
  if (/xml|nitf/i.test(contentType ?? '')) return 'xml'
  return /markdown/i.test(contentType ?? '') ? 'markdown' : 'plain'
}

/** The version whose role comes first in the list, plain text before HTML. */
function pick(versions: readonly Version[], roles: readonly string[]): Version | undefined {
  for (const role of roles) {
    const found = versions.filter((version) => version.role === role)
    if (found[0]) return found.find(({ form }) => form === 'plain') ?? found[0]
  }
  return undefined
}

function plain({ form, text }: Version): string {
  return form === 'html' || form === 'xml' ? htmlToText(text) : text
}

function leaveOutOthers(reading: Reading, versions: readonly Version[], what: string): void {
  for (const { field, role } of versions) {
    reading.claims.leaveOut(field, role === '' ? `another ${what} was taken` : `another ${what} was taken than the one with the role ${role.slice(0, 40)}`)
  }
}
