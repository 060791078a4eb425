import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentOptions, setOptions } from '../../../src/options/current'
import { createAuthor, createSection, publishArticle } from '../../helpers/articles'
import { reader, signIn, signInByCookie } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { isProject } from '../../helpers/project'
import { upload } from '../../helpers/upload'

type Picture = { id: string; url: string; thumbnailURL?: string | null; sizes: Record<string, { url: string | null }> }

const SERVER = 'https://cms.example.com'

let newsroom: TestNewsroom
let editor: Client
let picture: Picture
let article: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  editor = await signIn(newsroom, 'editor')
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } }).png().toBuffer()
  picture = (await upload<{ doc: Picture }>(newsroom, { name: 'sea.png', type: 'image/png', bytes, data: { alt: 'The sea', credit: 'Dateline' } })).body.doc
  const author = (await createAuthor(editor, { name: 'Ann Ames' })).id
  const section = (await createSection(editor, 'World')).id
  article = (await publishArticle(editor, { headline: 'Open story', section, heroImage: picture.id, bylines: [{ author, role: 'reporter' }] })).id
  const { site, ...options } = currentOptions()
  setOptions({ ...options, site: { ...site, serverUrl: SERVER } })
})
afterAll(async () => {
  await newsroom.close()
})

const file = /^https:\/\/cms\.example\.com\/api\/media\/file\/sea(?:-320x180)?\.png$/

it.skipIf(isProject)('pictures have whole addresses for sites, in REST and GraphQL, alone and in articles, in the sizes of the app’s own media (http M1)', async () => {
  for (const client of [reader(newsroom.url), editor]) {
    const { body } = await client.get<Picture>(`/api/media/${picture.id}`)
    expect([body.url, body.sizes.thumbnail?.url]).toEqual([expect.stringMatching(file), expect.stringMatching(file)])
    if (body.thumbnailURL) expect(body.thumbnailURL).toMatch(file)
    expect((await client.get<{ heroImage: Picture }>(`/api/articles/${article}`)).body.heroImage.url).toMatch(file)
    const { data } = await client.graphql<{ Article: { heroImage: Picture } }>(
      'query ($id: String!) { Article(id: $id) { heroImage { url sizes { thumbnail { url } } } } }',
      { id: article },
    )
    expect([data?.Article.heroImage.url, data?.Article.heroImage.sizes.thumbnail?.url]).toEqual([expect.stringMatching(file), expect.stringMatching(file)])
  }
})

it('the admin UI, which may be open under another name of this server, gets them without (http M1)', async () => {
  const { body } = await (await signInByCookie(newsroom, 'editor')).get<Picture>(`/api/media/${picture.id}`)
  expect(body.url).toBe('/api/media/file/sea.png')
})
