import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle } from '../../helpers/articles'
import type { Refusal, Written } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Tag } from '../../../src/payload-types'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  await createSection(editor, 'Économie')
  await createTag(editor, 'Économie')
})
afterAll(() => newsroom.close())

const count = async (collection: 'sections' | 'tags') => (await newsroom.payload.count({ collection })).totalDocs

describe.each(['sections', 'tags'] as const)('two %s of one name', (collection) => {
  const refusal = `There is a ${collection.slice(0, -1)} "Économie" already (economie): use that one, or choose another name.`

  it.each(['Économie', 'ECONOMIE', ' économie ', 'e\u0301conomie', 'Économie\u200b'])('are not made: %s', async (name) => {
    const before = await count(collection)
    const { body, status } = await editor.send<Refusal>('POST', `/api/${collection}`, { name, slug: 'another' })
    expect(status).toBe(400)
    expect(JSON.stringify(body.errors)).toContain(JSON.stringify(refusal).slice(1, -1))
    expect(await count(collection)).toBe(before)
  })

  it('do not come of another name either, while everything else may be changed', async () => {
    const { doc } = (await editor.send<Written<Tag>>('POST', `/api/${collection}`, { name: 'Money' })).body
    const path = `/api/${collection}/${doc.id}`
    expect((await editor.send('PATCH', path, { name: 'economie' })).status).toBe(400)
    expect((await editor.send('PATCH', path, { name: 'MONEY', aliases: ['Économie'] })).status).toBe(200)
  })

  it('do not come through GraphQL', async () => {
    const name = collection === 'sections' ? 'Section' : 'Tag'
    const { errors } = await editor.graphql(`mutation { create${name}(data: { name: "economie" }) { id } }`)
    expect(JSON.stringify(errors)).toContain('already (economie)')
  })

  it('do not come of a copy', async () => {
    const { doc } = (await editor.send<Written<Tag>>('POST', `/api/${collection}`, { name: 'Markets' })).body
    const copy = await editor.send<Written<Tag>>('POST', `/api/${collection}/${doc.id}/duplicate`, {})
    expect([copy.status, copy.body.doc.name]).toEqual([200, 'Markets - Copy'])
  })

  it('are two where the names differ by more than case and accents', async () => {
    for (const name of ['C++', 'C#', 'Économie 2']) expect((await editor.send('POST', `/api/${collection}`, { name })).status).toBe(201)
  })
})

it('what comes in by an import stands under the section and the tag that are there', async () => {
  const before = [await count('sections'), await count('tags')]
  const content = '---\ntitle: Prices rise\ndate: 2024-04-05\nauthors: [Ann]\nsection: ECONOMIE\ntags: [economie]\n---\n\nThey rise.\n'
  const { reports } = await importFiles(newsroom.payload, [{ name: 'a.md', content }])
  expect(reports.map(({ outcome }) => outcome)).toEqual(['created'])
  expect([await count('sections'), await count('tags')]).toEqual(before)
})

it('two authors may have one name', async () => {
  const [one, other] = [await createAuthor(editor, { name: 'Kim Lee' }), await createAuthor(editor, { name: 'Kim Lee' })]
  expect([one.slug, other.slug]).toEqual(['kim-lee', 'kim-lee-2'])
})

describe('a name or a headline', () => {
  it('has no blanks at its ends', async () => {
    expect((await createTag(editor, '  North Sea\t')).name).toBe('North Sea')
    expect((await draftArticle(editor, { headline: '\u00a0 Ferry safe ' })).headline).toBe('Ferry safe')
  })

  it('that shows nothing is none', async () => {
    for (const collection of ['sections', 'tags', 'authors']) {
      expect((await editor.send('POST', `/api/${collection}`, { name: '\u200b\u200e' })).status).toBe(400)
    }
    expect((await editor.send('POST', '/api/articles', { headline: '\u00ad', _status: 'published' })).status).toBe(400)
  })

  it('keeps the blank that somebody has just typed while it is saved by itself', async () => {
    const { id } = await draftArticle(editor, { headline: 'Ferry' })
    const { body } = await editor.send<Written<{ headline: string }>>('PATCH', `/api/articles/${id}`, { headline: 'Ferry ' }, { draft: true, autosave: true })
    expect(body.doc.headline).toBe('Ferry ')
  })
})
