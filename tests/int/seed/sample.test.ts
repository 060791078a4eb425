import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { seedNewsroom } from '../../../seed'
import { seedSample } from '../../../seed/sample'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

const samples = async () => {
  const { docs } = await newsroom.payload.find({
    collection: 'articles',
    depth: 0,
    limit: 100,
    overrideAccess: true,
    sort: 'slug',
    where: { 'source.provider': { equals: 'Dateline sample' } },
  })
  return docs
}

it('makes twenty articles once, and the same ones again', async () => {
  expect(await seedSample(newsroom.payload, 20)).toMatchObject([{ name: '20 sample articles', outcome: 'created' }])
  const first = await samples()
  expect(first).toHaveLength(20)
  expect(await seedSample(newsroom.payload, 20)).toMatchObject([{ name: '20 sample articles', outcome: 'unchanged' }])
  expect(await samples()).toEqual(first)

  await newsroom.payload.delete({ collection: 'articles', where: { 'source.provider': { equals: 'Dateline sample' } }, overrideAccess: true })
  await seedSample(newsroom.payload, 20)
  const said = (docs: typeof first) => docs.map(({ body, headline, publishedAt, section, slug, tags }) => ({ body, headline, publishedAt, section, slug, tags }))
  expect(said(await samples())).toEqual(said(first))
})

it('adds only those that are missing', async () => {
  const rows = await seedSample(newsroom.payload, 25)
  expect(rows).toMatchObject([{ name: '5 sample articles', outcome: 'created' }, { name: '20 sample articles', outcome: 'unchanged' }])
})
