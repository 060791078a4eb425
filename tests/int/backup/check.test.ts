import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bareAdapter } from '../../../src/database/bare'
import { isMongo } from '../../../src/database/engine'
import { aBody, createAuthor, createSection, createTag, publishArticle, saveDraft } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import { openCommandHost } from '../../helpers/command'
import type { CommandHost } from '../../helpers/command'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture } from '../../helpers/picture'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom
let host: CommandHost

beforeAll(async () => {
  newsroom = await openNewsroom()
  host = openCommandHost()
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
})

async function lines(...args: string[]): Promise<{ code: number | null; found: string[] }> {
  const { code, stdout } = await host.run('check', ...args)
  return { code, found: stdout.split('\n').filter(Boolean).sort() }
}

it('finds what does not fit together, repairs what is safe, and says the rest again', async () => {
  const editor = await signIn(newsroom, 'editor')
  const db = bareAdapter(newsroom.payload.db)
  const section = (await createSection(editor, 'World')).id
  const tag = (await createTag(editor, 'Peace')).id
  const bylines = [{ author: (await createAuthor(editor, { name: 'Ann Ames' })).id, role: 'reporter' }]
  const make = (headline: string, tags = [tag]) => publishArticle(editor, { headline, section, bylines, tags, body: aBody('Some words.') })
  const twice = await make('Two newest versions')
  await saveDraft(editor, twice.id, { headline: 'To come' })
  const unfound = await make('Not found', [])
  const linking = await make('Leads to nothing')
  const picture = await upload<{ doc: { id: string; filename: string } }>(newsroom, { name: 'quay.png', type: 'image/png', bytes: await aPicture().png().toBuffer(), data: { alt: 'A quay', credit: 'Ann Lee' } })
  expect(await lines()).toEqual({ code: 0, found: [] })

  const { docs: versions } = await db.findVersions<{ id: string }>({ collection: 'articles', where: { parent: { equals: twice.id } } })
  for (const { id, updatedAt } of versions) await db.updateVersion({ collection: 'articles', id, req: {}, versionData: { latest: true, updatedAt } as never })
  await db.updateOne({ collection: 'articles', id: unfound.id, data: { headline: 'Quite other words' }, req: {} })
  const gone = isMongo(newsroom.payload.db) ? '65f0c0c0c0c0c0c0c0c0c0c0' : randomUUID()
  const link = { type: 'link', version: 3, children: [], fields: { linkType: 'internal', doc: { relationTo: 'articles', value: gone } } }
  await db.updateOne({ collection: 'articles', id: linking.id, data: { body: { root: { type: 'root', children: [link] } }, updatedAt: null }, req: {} })
  const redirect = (from: string, to: object) => db.create({ collection: 'redirects' as CollectionSlug, data: { from, to }, req: {} })
  await redirect('/nowhere', { type: 'reference' })
  await redirect('/one', { type: 'custom', url: '/two' })
  await redirect('/two', { type: 'custom', url: '/one' })
  const media = process.env.MEDIA_DIR ?? ''
  await mkdir(media, { recursive: true })
  await rm(path.join(media, picture.body.doc.filename))
  await writeFile(path.join(media, 'stray.png'), 'x')
  // SQLite clears a relation itself when what it leads to is deleted.
  if (isMongo(newsroom.payload.db)) await db.deleteOne({ collection: 'tags', req: {}, where: { id: { equals: tag } } })

  const repairable = [
    `articles ${twice.id}: has 2 newest versions instead of one`,
    `articles ${unfound.id}: is missing from the search index`,
    'redirect /nowhere: has no target',
  ]
  const left = [
    `articles ${linking.id} (${linking.slug}): body refers to articles ${gone}, which does not exist; edit the text`,
    expect.stringMatching(/^redirect \/(one|two): is part of a loop of 2 redirects/),
    `media ${picture.body.doc.id}: its file ${picture.body.doc.filename} is missing; upload it again`,
    `${path.resolve(media)}/stray.png: belongs to no document; move it away`,
  ]
  const first = await lines()
  expect(first.code).toBe(1)
  for (const line of [...repairable, ...left]) expect(first.found).toContainEqual(line)
  const repaired = await lines('--repair')
  expect(repaired.code).toBe(1)
  for (const line of repairable) expect(repaired.found).toContainEqual(expect.stringMatching(new RegExp(`^${line.replace(/[/().]/g, '\\$&')}: (added to the index|deleted it|marked version .* as the newest)$`)))
  if (isMongo(newsroom.payload.db)) expect(repaired.found.filter((line) => line.endsWith(': cleared tags.0'))).not.toEqual([])
  const second = await lines()
  expect(second.found.filter((line) => !/edit the text|part of a loop|its file .* is missing|stray/.test(line))).toEqual([])
  expect(second.found).toHaveLength(left.length)
  for (const line of left) expect(second.found).toContainEqual(line)
  const { body } = await editor.get<{ docs: { id: string }[] }>('/api/articles', { where: { search: { like: 'quite other' } } })
  expect(body.docs.map(({ id }) => id)).toEqual([unfound.id])
  expect(await readdir(media)).toContain('stray.png')
})

it('exits with 2 when it cannot look', async () => {
  const blind = openCommandHost()
  expect(await blind.run('check', '--unknown')).toMatchObject({ code: 2 })
  await blind.close()
})
