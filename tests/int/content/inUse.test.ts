import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, publishArticle, republish } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client
let article: string
let used: Record<'authors' | 'sections' | 'tags', string>

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  const section = (await createSection(admin, 'World')).id
  const author = (await createAuthor(admin, { name: 'Ann Ames' })).id
  const tag = (await createTag(admin, 'Peace')).id
  used = { authors: author, sections: section, tags: tag }
  article = (await publishArticle(admin, { headline: 'Used', section, tags: [tag], bylines: [{ author, role: 'reporter' }] })).id
})
afterAll(() => newsroom.close())

const REASONS = {
  authors: 'This author signs 1 article: merge the author into another one, or take the bylines off first.',
  sections: 'This section holds 1 article: put them into another section first.',
  tags: 'This tag stands on 1 article: merge it into another one, or take it off first.',
}
const kinds = ['authors', 'sections', 'tags'] as const

it.each(kinds)('%s that an article needs are not deleted, and it is said what to do', async (kind) => {
  const { body, status } = await admin.send<Refusal>('DELETE', `/api/${kind}/${used[kind]}`)
  expect([status, body.errors[0]?.message]).toEqual([409, REASONS[kind]])
  expect((await reader(newsroom.url).get(`/api/${kind}/${used[kind]}`)).status).toBe(200)
})

it('nor by GraphQL, nor many at once', async () => {
  const { errors } = await admin.graphql(`mutation { deleteSection(id: "${used.sections}") { id } }`)
  expect(errors?.[0]?.message).toBe(REASONS.sections)
  const spare = await createTag(admin, 'Spare')
  const { body } = await admin.send<{ docs: { id: string }[]; errors: { id: string }[] }>('DELETE', '/api/tags', undefined, { where: { id: { in: [spare.id, used.tags] } } })
  expect([body.docs.map(({ id }) => id), body.errors.map(({ id }) => id)]).toEqual([[spare.id], [used.tags]])
})

it('an article in the trash needs them, too', async () => {
  await admin.send('PATCH', `/api/articles/${article}`, { deletedAt: new Date().toISOString(), _status: 'published' })
  expect((await admin.send('DELETE', `/api/sections/${used.sections}`)).status).toBe(409)
  await admin.send('PATCH', `/api/articles/${article}`, { deletedAt: null, _status: 'published' }, { trash: true })
})

it('a section with others under it is not deleted', async () => {
  const parent = await createSection(admin, 'Parent')
  await admin.send('POST', '/api/sections', { name: 'Child', parent: parent.id })
  const { body, status } = await admin.send<Refusal>('DELETE', `/api/sections/${parent.id}`)
  expect([status, body.errors[0]?.message]).toEqual([409, 'It has 1 of its own under it: move those first.'])
})

it('what no article needs any more is deleted', async () => {
  const section = (await createSection(admin, 'Elsewhere')).id
  const author = (await createAuthor(admin, { name: 'Ben Bale' })).id
  await republish(admin, article, { section, tags: [], bylines: [{ author, role: 'reporter' }] })
  for (const kind of kinds) expect((await admin.send('DELETE', `/api/${kind}/${used[kind]}`)).status).toBe(200)
})
