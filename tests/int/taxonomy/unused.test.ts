import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle, publishArticle } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let editor: Colleague
let journalist: Colleague

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  journalist = await hire(newsroom, 'journalist', 'Ann Ames')
})
afterAll(() => newsroom.close())

/** The ids in the list that is led to, read by the query in its address. */
async function unused(collection: string, who: Colleague): Promise<{ status: number; ids: string[] }> {
  const response = await fetch(`${newsroom.url}/api/${collection}/unused`, { headers: who.headers, redirect: 'manual' })
  const { search } = new URL(response.headers.get('Location') ?? '/', newsroom.url)
  const { body } = await who.get<Page<{ id: string }>>(`/api/${collection}${search || '?'}&limit=100`)
  return { status: response.status, ids: body.docs.map(({ id }) => id) }
}

it('Editors are led to tags that nothing names, and to authors that nothing names and nobody is', async () => {
  const section = (await createSection(editor, 'World')).id
  const [published, drafted, idle] = [await createTag(editor, 'Published'), await createTag(editor, 'In a draft'), await createTag(editor, 'Idle')]
  const [signing, idler] = [await createAuthor(editor, { name: 'Signing' }), await createAuthor(editor, { name: 'Idler' })]
  await publishArticle(editor, { headline: 'One', section, tags: [published.id], bylines: [{ author: signing.id, role: 'reporter' }] })
  await draftArticle(editor, { headline: 'Two', tags: [drafted.id] })

  expect(await unused('tags', editor)).toEqual({ status: 302, ids: [idle.id] })
  expect(await unused('authors', editor)).toEqual({ status: 302, ids: [idler.id] })
  expect((await unused('tags', journalist)).status).toBe(403)
})

it('A list of many is led to as well', async () => {
  const many = Array.from({ length: 30 }, (_, i) => `Heap ${String(i).padStart(2, '0')}`)
  const made = await Promise.all(many.map((name) => createTag(editor, name)))
  expect((await unused('tags', editor)).ids).toEqual(expect.arrayContaining(made.map(({ id }) => id)))
})
