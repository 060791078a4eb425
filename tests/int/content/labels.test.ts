import { getTranslation, initI18n } from '@payloadcms/translations'
import type { I18n } from '@payloadcms/translations'
import type { Block, Field, LabelFunction, OptionLabel, SanitizedConfig, StaticLabel } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Embed } from '../../../collections/Articles/blocks/Embed'
import { PullQuote } from '../../../collections/Articles/blocks/PullQuote'
import { labels } from '../../../src/i18n/labels'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

type Said = LabelFunction | OptionLabel | StaticLabel | false | null | undefined

/** Something that the admin UI says: where, and the words, whatever the language. */
type Saying = { at: string; said: Said }

let newsroom: TestNewsroom
let sayings: Saying[]
let english: I18n

beforeAll(async () => {
  newsroom = await openNewsroom()
  const { config } = newsroom.payload
  sayings = config.collections.filter(({ admin, slug }) => admin.hidden !== true && !slug.startsWith('payload-')).flatMap(sayingsOf)
  sayings.push(...[Embed, PullQuote].flatMap(sayingsOfBlock))
  english = await i18nOf('en')
})
afterAll(() => newsroom.close())

/** What reads alike in several languages: names of things, and words that languages share. */
const ALIKE = new Set([
  'API', 'Atom', 'Editor', 'Email', 'Embargo', 'HTTP', 'ID', 'IPTC', 'Markdown', 'ninjs', 'RSS', 'SHA-256', 'URL', 'WordPress',
])

function i18nOf(language: keyof typeof labels): Promise<I18n> {
  return initI18n({ config: newsroom.payload.config.i18n, context: 'client', language })
}

function sayingsOf({ admin, fields, labels: { plural, singular }, slug }: SanitizedConfig['collections'][number]): Saying[] {
  const { description, group } = admin
  return [
    { at: `${slug} (one)`, said: singular },
    { at: `${slug} (many)`, said: plural },
    { at: `${slug}: group`, said: group },
    { at: `${slug}: description`, said: typeof description === 'function' ? undefined : description },
    ...fields.flatMap((field) => sayingsOfField(field, slug)),
  ]
}

function sayingsOfBlock({ fields, labels: said, slug }: Block): Saying[] {
  return [{ at: `${slug} (one)`, said: said?.singular }, { at: `${slug} (many)`, said: said?.plural }, ...fields.flatMap((field) => sayingsOfField(field, slug))]
}

function sayingsOfField(field: Field, at: string): Saying[] {
  if (isUnseen(field)) return []
  const here = 'name' in field ? `${at}.${field.name}` : at
  const own: Saying[] = [{ at: here, said: labelOf(field) }]
  if (field.admin && 'description' in field.admin && typeof field.admin.description !== 'function') own.push({ at: `${here}: description`, said: field.admin.description })
  if (field.admin && 'placeholder' in field.admin) own.push({ at: `${here}: placeholder`, said: field.admin.placeholder })
  if ('labels' in field && field.labels) own.push({ at: `${here} (one)`, said: field.labels.singular }, { at: `${here} (many)`, said: field.labels.plural })
  if (field.type === 'select' || field.type === 'radio') own.push(...field.options.map((option) => (typeof option === 'string' ? { at: here, said: option } : { at: `${here}=${option.value}`, said: option.label })))
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => [{ at: `${at}: tab`, said: tab.label }, { at: `${at}: tab description`, said: typeof tab.description === 'function' ? undefined : tab.description }, ...tab.fields.flatMap((each) => sayingsOfField(each, 'name' in tab && tab.name ? `${at}.${tab.name}` : at))])
  return 'fields' in field ? [...own, ...field.fields.flatMap((each) => sayingsOfField(each, here))] : own
}

function isUnseen(field: Field): boolean {
  return ('hidden' in field && field.hidden === true) || Boolean(field.admin && (('hidden' in field.admin && field.admin.hidden) || ('disabled' in field.admin && field.admin.disabled)))
}

function labelOf(field: Field): Said {
  return 'label' in field ? field.label : undefined
}

function inWords(said: Said, i18n: I18n): string {
  const words = said ? getTranslation(said, i18n) : ''
  return typeof words === 'string' ? words : ''
}

describe('what the admin UI calls things', () => {
  it('is said of every collection, field, tab and choice', () => {
    expect(sayings.length).toBeGreaterThan(200)
    expect(sayings.map(({ at }) => at)).toEqual(expect.arrayContaining(['articles.headline', 'articles.source.provider', 'tags.kind=person', 'redirects.to.type=custom']))
  })

  it.each(['ar', 'es', 'ko', 'ru', 'zh'] as const)('is said in words of its own in %s', async (language) => {
    const i18n = await i18nOf(language)
    const inEnglish = sayings
      .map(({ at, said }) => ({ at, en: inWords(said, english), there: inWords(said, i18n) }))
      .filter(({ en, there }) => en !== '' && there === en && !ALIKE.has(en) && !/^(?:medtop:\d+|Pyongyang)$/.test(en))
    expect(inEnglish).toEqual([])
  })

  it.each(['ar', 'ko', 'ru', 'zh'] as const)('is written in the letters of %s', async (language) => {
    const script = { ar: /\p{Script=Arabic}/u, ko: /\p{Script=Hangul}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }[language]
    const { hints, names, options, placeholders } = labels[language]
    const foreign = Object.entries({ ...names, ...hints, ...placeholders, ...options }).filter(([, words]) => !script.test(words) && !ALIKE.has(words))
    expect(foreign).toEqual([])
  })
})
