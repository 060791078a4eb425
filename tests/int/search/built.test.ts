import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSection, headlines, publishArticle, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { forgetSearch } from './forgetSearch'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
})
afterAll(() => newsroom.close())

it('A database that was there before the index can be searched when it is opened', async () => {
  const section = (await createSection(editor, 'World')).id
  const { id } = await publishArticle(editor, { headline: 'Echidna for readers', section })
  await saveDraft(editor, id, { headline: 'Echidna for the desk' })
  const search = async (who: Client, draft: boolean) =>
    headlines(await who.get<Page<ArticleAnswer>>('/api/articles', { draft, where: { search: { like: 'echidna' } } }))

  await forgetSearch(newsroom.payload)
  await newsroom.payload.db.connect?.()

  expect(await search(reader(newsroom.url), false)).toEqual(['Echidna for readers'])
  expect(await search(editor, true)).toEqual(['Echidna for the desk'])
})
