import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usesOf } from '../../../collections/Media/usage'
import { createAuthor, createSection, draftArticle, publishArticle, saveDraft } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import type { Client } from '../../helpers/client'
import { signIn } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture } from '../../helpers/picture'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom
let admin: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  section = (await createSection(admin, 'World')).id
})
afterAll(() => newsroom.close())

async function newPicture(): Promise<string> {
  const bytes = await aPicture().png().toBuffer()
  const { body } = await upload<{ doc: { id: string } }>(newsroom, { name: `${crypto.randomUUID()}.png`, type: 'image/png', bytes, data: { alt: 'A picture', credit: 'Somebody' } })
  return body.doc.id
}

const inText = (picture: string) => ({
  root: { type: 'root', direction: null, format: '', indent: 0, version: 1, children: [{ type: 'upload', version: 3, format: '', id: 'a', relationTo: 'media', value: picture, fields: {} }] },
})
const remove = (picture: string) => admin.send<Refusal>('DELETE', `/api/media/${picture}`)

describe('a picture', () => {
  it('is known to be used on top of an article, in its text, for search and social, and as a photo', async () => {
    const picture = await newPicture()
    await publishArticle(admin, { headline: 'On top', section, heroImage: picture })
    await publishArticle(admin, { headline: 'In the text', section, body: inText(picture) })
    await draftArticle(admin, { headline: 'For social', meta: { image: picture } })
    await createAuthor(admin, { name: 'Photographed', photo: picture })
    const uses = await usesOf(picture, newsroom)
    expect(uses.map(({ as, title }) => `${title}: ${as}`).sort()).toEqual(['For social: meta', 'In the text: body', 'On top: heroImage', 'Photographed: photo'])
    const { body, status } = await remove(picture)
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toMatch(/This picture is used: .* and 1 more/)
  })

  it('is used as long as readers have it or the newest draft has', async () => {
    const picture = await newPicture()
    const { id } = await publishArticle(admin, { headline: 'Changing', section, body: inText(picture) })
    const other = inText(await newPicture())
    await saveDraft(admin, id, { body: other })
    expect(await usesOf(picture, newsroom)).toHaveLength(1)
    await admin.send('PATCH', `/api/articles/${id}`, { body: other, _status: 'published' })
    expect(await usesOf(picture, newsroom)).toEqual([])
    expect((await remove(picture)).status).toBe(200)
  })
})
