import fc from 'fast-check'
import type { Article, Author, Section, Tag } from '../../../src/payload-types'
import { anyBody, media } from './arbitraryBody'
import { anyText, id, maybe, moment, slug, stamps, url } from './arbitraryValues'
import { CANARY, clientArticle } from './clientArticle'

const tag: fc.Arbitrary<Tag> = fc.record({
  ...stamps,
  id,
  slug,
  name: anyText,
  kind: fc.constantFrom('subject', 'person', 'organisation', 'place', 'event'),
  mediaTopic: maybe(fc.constantFrom('medtop:11000000', 'nonsense')),
  sameAs: maybe(fc.array(url, { maxLength: 2 })),
  importHash: fc.constant(CANARY),
})
const section: fc.Arbitrary<Section> = fc.record({
  ...stamps,
  id,
  slug,
  name: anyText,
  mediaTopic: maybe(fc.constant('medtop:11000000')),
  importHash: fc.constant(CANARY),
})
const author: fc.Arbitrary<Author> = fc.record({
  ...stamps,
  id,
  slug,
  name: anyText,
  role: fc.constant('journalist'),
  jobTitle: maybe(anyText),
  sameAs: maybe(fc.array(url, { maxLength: 2 })),
  email: fc.constant(`${CANARY}@example.com`),
  user: fc.constant(CANARY),
  importHash: fc.constant(CANARY),
})
/** Any article that the collection may hold, drafts apart; {@link CANARY} is in every private field. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    ...stamps,
    id,
    slug,
    headline: anyText,
    standfirst: maybe(anyText),
    body: anyBody,
    heroImage: maybe(fc.oneof(id, media)),
    dateline: fc.record({ place: maybe(anyText), date: maybe(moment), text: maybe(anyText) }),
    section: fc.oneof(id, section),
    bylines: maybe(
      fc.array(
        fc.record({
          author: fc.oneof(id, author),
          role: fc.constantFrom('reporter', 'editor', 'photographer', 'translator', 'contributor'),
        }),
        { maxLength: 4 },
      ),
    ),
    tags: maybe(fc.array(fc.oneof(id, tag), { maxLength: 5 })),
    corrections: maybe(
      fc.array(
        fc.record({
          kind: fc.constantFrom('correction', 'clarification', 'update'),
          correctedAt: moment,
          text: anyText,
        }),
        { maxLength: 2 },
      ),
    ),
    meta: fc.record({ title: maybe(anyText), description: maybe(anyText) }),
    publishedAt: maybe(moment),
    embargoUntil: maybe(moment),
    pubStatus: fc.constantFrom('usable', 'usable', 'withheld', 'canceled'),
    language: fc.constantFrom('en', 'ko', 'no', 'zh-Hant', 'pt-BR'),
    wordCount: maybe(fc.nat()),
    _status: fc.constantFrom('published', 'published', 'draft'),
  })
  .map((fields): Article => ({ ...clientArticle(), ...fields }))

/** An article that is public at the tests' moment. */
export const anyPublicArticle = anyArticle.map((article): Article => ({
  ...article,
  publishedAt: '2023-10-18T12:00:00.000Z',
  embargoUntil: null,
  pubStatus: 'usable',
  _status: 'published',
}))
