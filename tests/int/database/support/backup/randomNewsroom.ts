import fc from 'fast-check'
import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { schedule } from '../../../../../collections/Articles/schedule/schedule'

/** Who is in every random newsroom. */
export const PEOPLE = ['journalist', 'editor', 'admin'] as const
export const PASSWORD = 'a password for tests only'

export const emailOf = (role: string) => `${role}@newsroom.test`

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `w ${text.replace(/\p{C}/gu, '')}`)
const index = fc.nat({ max: 20 })

const article = fc.record({
  headline: words,
  paragraphs: fc.array(words, { maxLength: 3 }),
  section: index,
  authors: fc.array(index, { maxLength: 2 }),
  tags: fc.array(index, { maxLength: 3 }),
  related: fc.array(index, { maxLength: 2 }),
  linked: index,
  picture: fc.option(index),
  state: fc.constantFrom('draft', 'published', 'published', 'future', 'embargoed', 'withdrawn', 'trashed'),
  drafts: fc.array(words, { maxLength: 2 }),
  isScheduled: fc.boolean(),
  isShared: fc.boolean(),
})

const page = fc.record({ title: words, german: fc.option(words), story: index, others: fc.array(fc.tuple(fc.boolean(), index), { maxLength: 3 }), rows: fc.array(index, { maxLength: 2 }), text: words, isDraft: fc.boolean() })

/** What a newsroom consists of; numbers stand for documents, taken around. */
export const plans = fc.record({
  sections: fc.array(words, { minLength: 1, maxLength: 3 }),
  authors: fc.array(words, { minLength: 1, maxLength: 3 }),
  tags: fc.array(words, { minLength: 1, maxLength: 4 }),
  pictures: fc.array(words, { minLength: 1, maxLength: 2 }),
  articles: fc.array(article, { minLength: 2, maxLength: 7 }),
  pages: fc.array(page, { minLength: 1, maxLength: 3 }),
  redirects: fc.array(index, { maxLength: 2 }),
})

type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never
type ID = string
type Made = { id: ID }

/** Makes a newsroom by the rules of the newsroom itself, as its people do. */
export async function build(payload: Payload, plan: Plan): Promise<void> {
  const at = (list: readonly Made[], n: number): ID => list[n % list.length]?.id ?? ''
  const create = (collection: string, data: object, more: object = {}): Promise<Made> => payload.create({ collection: collection as 'tags', data: data as never, ...more }) as Promise<Made>
  const change = (collection: string, id: ID, data: object, more: object = {}) => payload.update({ collection: collection as 'tags', id, data, ...more })

  for (const role of [...PEOPLE].reverse()) await create('users', { email: emailOf(role), password: PASSWORD, name: `The ${role}`, roles: [role] })
  const { docs: people } = await payload.find({ collection: 'users', sort: 'createdAt' })
  const editor = people.find(({ roles }) => roles.includes('editor'))
  if (!editor) throw new Error('There is no editor.')
  const user = { ...editor, collection: 'users' as const }

  const list = async (names: readonly string[], make: (name: string, made: readonly Made[]) => Promise<Made>) => {
    const made: Made[] = []
    for (const name of names) made.push(await make(name, made))
    return made
  }
  const sections = await list(plan.sections, (name, made) => create('sections', { name, ...(made[0] && { parent: made[0].id }) }))
  const authors = await list(plan.authors, (name) => create('authors', { name, email: 'ann@newsroom.test' }))
  const tags = await list(plan.tags, (name) => create('tags', { name, kind: 'subject', aliases: [`${name} too`] }))
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#246' } }).jpeg().toBuffer()
  const pictures = await list(plan.pictures, (alt) => create('media', { alt, credit: 'Ann' }, { file: { data: bytes, mimetype: 'image/jpeg', name: 'quay.jpg', size: bytes.length }, user }))

  const articles: Made[] = []
  for (const each of plan.articles) {
    const text = [...each.paragraphs, 'Some words.'].map(paragraph)
    const linked = articles.length > 0 ? [link(at(articles, each.linked))] : []
    const picture = each.picture === null ? [] : [{ type: 'upload', version: 3, format: '', id: '65f0c0c0c0c0c0c0c0c0c0c0', fields: null, relationTo: 'media', value: at(pictures, each.picture) }]
    const data = {
      headline: each.headline,
      body: root([...text, ...linked, ...picture]),
      section: at(sections, each.section),
      bylines: each.authors.map((n) => ({ author: at(authors, n), role: 'reporter' })),
      tags: [...new Set(each.tags.map((n) => at(tags, n)))],
      related: articles.length > 0 ? [...new Set(each.related.map((n) => at(articles, n)))] : [],
      heroImage: each.picture === null ? null : at(pictures, each.picture),
      pubStatus: 'usable',
      _status: each.state === 'draft' ? 'draft' : 'published',
      ...(each.state === 'future' && { publishedAt: new Date(Date.now() + 86_400_000).toISOString() }),
      ...(each.state === 'embargoed' && { embargoUntil: new Date(Date.now() + 86_400_000).toISOString() }),
    }
    if (data._status === 'published' && data.bylines.length === 0) data.bylines.push({ author: at(authors, 0), role: 'reporter' })
    const made = await create('articles', data, { draft: each.state === 'draft', user })
    articles.push(made)
    for (const headline of each.drafts) await change('articles', made.id, { headline, _status: 'draft' }, { draft: true, user })
    if (each.state === 'withdrawn') await change('articles', made.id, { pubStatus: 'canceled', _status: 'published' }, { user })
    if (each.isShared) await create('share-links', { article: made.id, expiresAt: new Date(Date.now() + 86_400_000).toISOString() }, { user })
    if (each.isScheduled && each.state === 'published') {
      const req = await createLocalReq({ user: user as never }, payload)
      await schedule({ article: made.id, at: new Date(Date.now() + 86_400_000).toISOString(), type: 'unpublish' }, req)
    }
  }

  const made: Made[] = []
  for (const each of plan.pages) {
    const other = ([isPage, n]: [boolean, number]) => (isPage && made.length > 0 ? { relationTo: 'pages', value: at(made, n) } : { relationTo: 'articles', value: at(articles, n) })
    const first = made[0]?.id ?? null
    const data = {
      title: each.title,
      story: at(articles, each.story),
      others: each.others.map(other),
      rows: each.rows.map((n) => ({ onPage: first, picture: at(pictures, n) })),
      layout: [{ blockType: 'box', words: each.text, onPage: first }],
      aside: { tags: [at(tags, each.story)] },
      words: [each.text, 'and more'],
      data: { of: { relationTo: 'articles', value: at(articles, each.story) }, bare: at(articles, each.story), plain: [1, true, null, each.text] },
      text: root([paragraph(each.text), link(at(articles, each.story)), { type: 'block', version: 2, format: '', fields: { id: '65f0c0c0c0c0c0c0c0c0c0c1', blockType: 'inText', blockName: '', onPage: first, words: each.text } }]),
      _status: each.isDraft ? 'draft' : 'published',
    }
    made.push(await create('pages', data, { draft: each.isDraft }))
    const id = made.at(-1)?.id ?? ''
    if (each.german !== null) await change('pages', id, { title: each.german, _status: 'draft' }, { draft: true, locale: 'de' })
  }
  await payload.updateGlobal({ slug: 'footer' as never, data: { text: 'At the foot', onPage: at(made, 0), _status: 'published' } as never })
  for (const [n, to] of plan.redirects.entries()) await create('redirects', { from: `/old-${String(n)}`, to: { type: 'reference', reference: at(articles, to) } })
  // Last: a text cannot be given a link to what is in the trash.
  for (const [n, { state }] of plan.articles.entries()) if (state === 'trashed') await change('articles', at(articles, n), { deletedAt: new Date().toISOString(), _status: 'published' }, { user })
  await create('api-clients', { name: 'The app', scopes: ['read-drafts'] })
  await create('payload-preferences', { key: `collection-articles-${at(articles, 0)}`, user: { relationTo: 'users', value: editor.id }, value: { seen: at(articles, 0) } }, { user })
}

function root(children: object[]): object {
  return { root: { type: 'root', direction: null, format: '', indent: 0, version: 1, children } }
}

function paragraph(text: string): object {
  return { type: 'paragraph', direction: null, format: '', indent: 0, version: 1, textFormat: 0, textStyle: '', children: [{ type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text, version: 1 }] }
}

function link(id: ID): object {
  const of = { type: 'link', version: 3, direction: null, format: '', indent: 0, id: '65f0c0c0c0c0c0c0c0c0c0c2', fields: { linkType: 'internal', newTab: false, url: null, doc: { relationTo: 'articles', value: id } } }
  return { type: 'paragraph', direction: null, format: '', indent: 0, version: 1, textFormat: 0, textStyle: '', children: [{ ...of, children: [{ type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text: 'a story', version: 1 }] }] }
}
