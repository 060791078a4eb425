import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const CROWD = Array.from({ length: 12 }, (_, n) => n)

let newsroom: TestNewsroom
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'Crowd')).id
})
afterAll(() => newsroom.close())

describe('a crowd that writes the same at once', () => {
  it.each([
    ['tags', async () => (await createTag(editor, 'Arms')).id],
    ['sections', async () => (await createSection(editor, 'World')).id],
    ['authors', async () => (await createAuthor(editor, { name: 'Kim' })).id],
  ])('is heard out, one after the other: %s', async (collection, make) => {
    const path = `/api/${collection}/${await make()}`
    const answers = await Promise.all(CROWD.map((n) => editor.send('PATCH', path, { name: `Name ${n}` })))
    expect(answers.map(({ status }) => status)).toEqual(CROWD.map(() => 200))
    const { body } = await editor.get<{ name: string }>(path)
    expect(CROWD.map((n) => `Name ${n}`)).toContain(body.name)
  })

  it('is heard out when each writes several: all that one wrote, once', async () => {
    const names = ['Ships', 'Planes', 'Trains']
    const ids = await Promise.all(names.map(async (name) => (await createTag(editor, name)).id))
    const where = { id: { in: ids.join(',') } }
    const answers = await Promise.all(CROWD.map((n) => editor.send<{ docs: unknown[] }>('PATCH', '/api/tags', { name: `Name ${n}` }, { where })))
    expect(answers.map(({ body, status }) => [status, body.docs.length])).toEqual(CROWD.map(() => [200, names.length]))
  })

  it('leaves of several articles each whole: as one of those wrote it who were told so', async () => {
    const ids = await Promise.all(CROWD.slice(0, 4).map(async (n) => (await publishArticle(editor, { headline: `Story ${n}`, section })).id))
    const where = { id: { in: ids.join(',') } }
    const answers = await Promise.all(
      CROWD.slice(0, 3).map(async (n) => {
        const standfirst = `Words ${n}`
        const { body } = await editor.send<{ docs: { id: string }[]; errors: { id: string }[] }>('PATCH', '/api/articles', { standfirst, _status: 'published' }, { where, depth: 0 })
        expect([...body.docs, ...body.errors].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
        return { standfirst, saved: body.docs.map(({ id }) => id) }
      }),
    )
    for (const id of ids) {
      const told = answers.filter(({ saved }) => saved.includes(id)).map(({ standfirst }) => standfirst)
      const { body: shown } = await editor.get<ArticleAnswer>(`/api/articles/${id}`)
      const { body: newest } = await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })
      const { body: versions } = await editor.get<Page<object>>('/api/articles/versions', { where: { parent: { equals: id } }, limit: 1 })
      expect(told).toContain(shown.standfirst)
      expect([newest.standfirst, versions.totalDocs]).toEqual([shown.standfirst, 1 + told.length])
    }
  })

  it('is told at worst to send it again, where an answer may hold several writes', async () => {
    const { id } = await createTag(editor, 'Treaties')
    const mutation = (n: number) => `mutation { updateTag(id: ${JSON.stringify(id)}, data: { name: "Name ${n}" }) { id } }`
    const answers = await Promise.all(CROWD.map((n) => editor.graphql<{ updateTag: unknown }>(mutation(n))))
    const messages = answers.flatMap(({ errors }) => errors?.map(({ message }) => message) ?? [])
    for (const message of messages) expect(message).toContain('nothing of this was saved: send it again')
    expect(messages.length).toBeLessThan(CROWD.length)
  })
})
