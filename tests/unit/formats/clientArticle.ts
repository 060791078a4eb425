import { readFileSync } from 'node:fs'
import type { Article, Author, Media, Section, Tag } from '../../../src/payload-types'
import type { FormatOptions } from '../../../src/formats/types'

const COPY = new URL('../../../seed/articles/lavrov-north-korea.txt', import.meta.url)

/** The lines of the client's copy. */
const COPY_LINES = readFileSync(COPY, 'utf8').split('\n').filter(Boolean)
const [, , STANDFIRST = '', , , DATELINE = '', ...PARAGRAPHS] = COPY_LINES
export { DATELINE, PARAGRAPHS, STANDFIRST }

/** In every field that nobody outside may read. */
export const CANARY = 'CANARY'

const stamps = { createdAt: '2023-10-18T09:00:00.000Z', updatedAt: '2023-10-19T10:30:00.000Z' }

export const options: FormatOptions = {
  siteUrl: 'https://news.example',
  newsroom: { name: 'The Example', language: 'en' },
  now: new Date('2023-10-19T12:00:00.000Z'),
}

function tag(fields: Partial<Tag> & Pick<Tag, 'name'>): Tag {
  const slug = fields.name.toLowerCase().replaceAll(' ', '-')
  return { id: `tag-${slug}`, slug, kind: 'subject', importHash: CANARY, ...stamps, ...fields }
}

export function author(fields: Partial<Author> & Pick<Author, 'id' | 'name'>): Author {
  const user = { id: CANARY, name: CANARY, email: CANARY, roles: [], collection: 'users' as const, ...stamps }
  return { slug: fields.id, role: 'journalist', email: CANARY, user, importHash: CANARY, ...stamps, ...fields }
}

const politics: Section = {
  id: 'politics-id',
  name: 'Politics',
  slug: 'politics',
  mediaTopic: 'medtop:11000000',
  aliases: ['Politic'],
  importHash: CANARY,
  ...stamps,
}

export const photograph: Media = {
  id: 'photo-id',
  alt: 'Two men shake hands',
  caption: 'The two met in "Pyongyang" & talked',
  credit: 'KCNA',
  rights: 'One year',
  url: '/api/media/file/two men.jpg',
  filename: 'two men.jpg',
  mimeType: 'image/jpeg',
  filesize: 240_000,
  width: 1600,
  height: 900,
  focalX: 50,
  focalY: 25,
  sizes: {
    thumbnail: { url: '/api/media/file/two-320.jpg', width: 320, height: 180, mimeType: 'image/jpeg', filesize: 9000 },
  },
  ...stamps,
}

export function lexical(...children: unknown[]): Article['body'] {
  const nodes = children.map((child) => ({ type: 'unknown', version: 1, ...Object(child) }))
  return { root: { type: 'root', children: nodes, direction: 'ltr', format: '', indent: 0, version: 1 } }
}

export function words(text: string, format = 0) {
  return { type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' }
}

export function paragraph(...children: unknown[]) {
  return { type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0, textFormat: 0, children }
}

/** The article that the client gave, as the seed files it, with a picture, a correction and canaries. */
export function clientArticle(changes: Partial<Article> = {}): Article {
  return {
    id: '6530f1a2b3c4d5e6f7a8b9c0',
    headline: 'Lavrov arrives in North Korea as Moscow and Pyongyang draw closer',
    slug: 'lavrov-north-korea',
    standfirst: STANDFIRST,
    body: lexical(...PARAGRAPHS.map((line) => paragraph(words(line)))),
    heroImage: photograph,
    dateline: { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z', text: DATELINE },
    section: politics,
    bylines: [
      { author: author({ id: 'cj-journalist', name: 'CJ journalist' }), role: 'reporter', id: 'b1' },
      {
        author: author({ id: 'huxiana', name: 'HUXIANA', role: 'editor', jobTitle: 'Editor' }),
        role: 'editor',
        id: 'b2',
      },
    ],
    tags: [
      tag({ name: 'North Korea', kind: 'place', sameAs: ['https://www.wikidata.org/wiki/Q423'] }),
      tag({ name: 'Sergei Lavrov', kind: 'person', sameAs: ['https://www.wikidata.org/wiki/Q58217'] }),
      tag({ name: 'White House', kind: 'organisation' }),
      tag({ name: 'Arms transfers', mediaTopic: 'medtop:20000565' }),
      tag({ name: 'Vostochny summit', kind: 'event' }),
      'tag-by-id',
    ],
    corrections: [
      { kind: 'correction', correctedAt: '2023-10-19T08:00:00.000Z', text: 'The visit is of two days.', id: 'c1' },
    ],
    meta: { title: 'Lavrov in Pyongyang', description: 'Russia and North Korea draw closer.' },
    source: { kind: 'wire', provider: CANARY, guid: CANARY, text: CANARY, checksum: CANARY, importedAt: CANARY },
    publishedAt: '2023-10-18T12:00:00.000Z',
    firstPublishedAt: '2023-10-18T12:34:56.789Z',
    stage: 'in-review',
    pubStatus: 'usable',
    language: 'en',
    wordCount: 512,
    importHash: CANARY,
    _status: 'published',
    ...stamps,
    ...changes,
  }
}
