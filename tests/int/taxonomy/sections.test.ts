import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection } from '../../helpers/articles'
import type { Page, Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client
let journalist: Client
const ids: Record<string, string> = {}

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  journalist = await signIn(newsroom, 'journalist')
  for (const name of ['News', 'Politics', 'Economy', 'Sport']) ids[name] = (await createSection(editor, name)).id
})
afterAll(() => newsroom.close())

const move = (who: Client, name: string, parent: string | null, before: string | null) =>
  who.send('POST', `/api/sections/${String(ids[name])}/move`, { parent: parent && ids[parent], before: before && ids[before] })

/** The sections as readers get them: by their order, each with the name of the one it stands in. */
async function menu(): Promise<string[]> {
  const { body } = await reader(newsroom.url).get<Page<{ name: string; parent?: { name: string } | null }>>('/api/sections')
  return body.docs.map(({ name, parent }) => (parent ? `${parent.name}/${name}` : name))
}

describe('a section', () => {
  it('is moved by an editor, and readers have the new order', async () => {
    expect((await move(editor, 'Politics', 'News', null)).status).toBe(200)
    expect((await move(editor, 'Economy', 'News', 'Politics')).status).toBe(200)
    expect((await move(editor, 'Sport', null, 'News')).status).toBe(200)
    expect(await menu()).toEqual(['Sport', 'News', 'News/Economy', 'News/Politics'])
  })

  it('is moved by nobody else', async () => {
    const before = await menu()
    expect((await move(journalist, 'Sport', 'News', null)).status).toBe(403)
    expect((await move(reader(newsroom.url), 'Sport', 'News', null)).status).toBe(403)
    expect(await menu()).toEqual(before)
  })

  it('is not put into itself or one that stands in it, by whatever way', async () => {
    const before = await menu()
    expect((await move(editor, 'News', 'Politics', null)).status).toBe(400)
    for (const name of ['News', 'Politics']) {
      const { body, status } = await editor.send<Refusal>('PATCH', `/api/sections/${String(ids.News)}`, { parent: ids[name] })
      expect({ name, status }).toEqual({ name, status: 400 })
      expect(JSON.stringify(body)).toContain('cannot stand in itself')
    }
    const { errors } = await editor.graphql(`mutation { updateSection(id: "${String(ids.News)}", data: { parent: "${String(ids.Politics)}" }) { id } }`)
    expect(JSON.stringify(errors)).toContain('parent')
    expect(await menu()).toEqual(before)
  })

  it.each([[{}], [{ parent: 1, before: null }], [[]], ['text']])('is not moved by %j', async (body) => {
    expect((await editor.send('POST', `/api/sections/${String(ids.News)}/move`, body)).status).toBe(400)
  })
})
