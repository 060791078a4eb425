import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createAuthor, createSection, createTag, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let anonymous: Client
let leading: ArticleAnswer | undefined

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  const editor = await signIn(newsroom, 'editor')
  const section = (await createSection(editor, 'World')).id
  const author = (await createAuthor(editor, { name: 'Ann Ames', bio: 'A long life.', email: 'ann@desk.test' })).id
  const tag = (await createTag(editor, 'Peace')).id
  const other = await publishArticle(editor, { headline: 'Another story', section, body: aBody('Words of another story.') })
  const shared = { section, tags: [tag], bylines: [{ author, role: 'reporter' }] }
  await publishArticle(editor, { ...shared, headline: 'The story', related: [other.id] })
  const { body } = await anonymous.get<Page<ArticleAnswer>>('/api/articles', { where: { slug: { equals: 'the-story' } } })
  leading = body.docs[0]
})
afterAll(() => newsroom.close())

const keys = (value: unknown) => Object.keys(Object(value)).sort()

describe('a default answer', () => {
  it('shows the section as a card', () => {
    expect(keys(leading?.section)).toEqual(['id', 'name', 'slug'])
  })

  it('shows authors as cards, without their articles, biography and address', () => {
    expect(keys(leading?.bylines?.[0]?.author)).toEqual(expect.arrayContaining(['id', 'name', 'role', 'slug']))
    expect(JSON.stringify(leading?.bylines)).not.toMatch(/articles|bio|email|user/)
  })

  it('shows tags as cards', () => {
    expect(keys(leading?.tags?.[0])).toEqual(['id', 'kind', 'name', 'slug'])
  })

  it('shows related articles as cards, without their bodies', () => {
    expect(leading?.related).toMatchObject([{ headline: 'Another story', slug: 'another-story' }])
    expect(JSON.stringify(leading)).not.toContain('Words of another story.')
  })

  it('goes one relation deep', async () => {
    const one = await anonymous.get('/api/articles', { depth: 1 })
    const asIs = await anonymous.get('/api/articles')
    expect(asIs.body).toEqual(one.body)
  })

  it('gives relations as ids when none are wanted', async () => {
    const { body } = await anonymous.get<Page<ArticleAnswer>>('/api/articles', { depth: 0, where: { slug: { equals: 'the-story' } } })
    expect(body.docs[0]).toMatchObject({ section: expect.any(String), tags: [expect.any(String)], related: [expect.any(String)] })
  })
})
