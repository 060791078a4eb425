import fc from 'fast-check'
import type { Media } from '../../../src/payload-types'
import { anyText, id, maybe, slug, stamps, url } from './arbitraryValues'
import { lexical, paragraph, words } from './clientArticle'

const amount = maybe(fc.oneof(fc.nat({ max: 5000 }), fc.double({ noNaN: true })))
export const media: fc.Arbitrary<Media> = fc.record({
  ...stamps,
  id,
  alt: anyText,
  credit: anyText,
  caption: maybe(anyText),
  rights: maybe(anyText),
  url: maybe(fc.oneof(url, fc.constantFrom('/api/media/file/a b.jpg', '/api/media/file/북.png'))),
  mimeType: maybe(fc.constantFrom('image/jpeg', 'image/png')),
  filesize: amount,
  width: amount,
  height: amount,
  focalX: amount,
  focalY: amount,
  sizes: fc.record({ thumbnail: fc.record({ url: maybe(url), width: amount, height: amount }) }),
})

const text = fc.tuple(anyText, fc.nat({ max: 127 })).map(([value, format]) => words(value, format))
const stray = fc.oneof(
  fc.constantFrom(
    null,
    1,
    'x',
    [],
    {},
    { type: 'text' },
    { type: 'list' },
    { type: 'upload', value: 'id' },
    { type: 'block' },
  ),
  fc.jsonValue(),
)
const { node } = fc.letrec<{ node: unknown; inline: unknown }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.constant({ type: 'linebreak' }),
    fc.record({
      type: fc.constantFrom('link', 'autolink'),
      fields: fc.oneof(
        fc.record({ linkType: fc.constant('custom'), url: fc.oneof(url, anyText) }),
        fc.record({
          linkType: fc.constant('internal'),
          doc: fc.record({ relationTo: fc.constant('articles'), value: fc.record({ id, slug }) }),
        }),
        stray,
      ),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    stray,
  ),
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.array(tie('inline'), { maxLength: 4 }).map((children) => paragraph(...children)),
    fc.record({
      type: fc.constantFrom('heading', 'quote', 'table', 'listitem'),
      tag: fc.constantFrom('h1', 'h2', 'h3', 'h6'),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('list'),
      listType: fc.constantFrom('bullet', 'number'),
      start: fc.integer(),
      children: fc.array(
        fc.record({
          type: fc.constant('listitem'),
          children: fc.array(fc.oneof(tie('inline'), tie('node')), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    }),
    fc.record({ type: fc.constant('upload'), value: media }),
    fc.record({
      type: fc.constant('block'),
      fields: fc.oneof(
        fc.record({ blockType: fc.constant('pullQuote'), quote: anyText, attribution: maybe(anyText) }),
        fc.record({ blockType: fc.constant('embed'), url: fc.oneof(url, anyText), caption: maybe(anyText) }),
        stray,
      ),
    }),
    stray,
  ),
}))

/** A body as an editor or a stranger may have saved it. */
export const anyBody = fc
  .array(node, { maxLength: 6 })
  .map((nodes) => lexical(...nodes.filter((item) => typeof item === 'object')))
