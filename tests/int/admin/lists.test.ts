import { parse, stringify } from 'qs-esm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionSlug, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { idFormat } from '../../../src/validation/refuseBadInput'
import { sanitizeListQuery } from '../../../src/admin/lists/sanitizeListQuery'
import type { SearchParams } from '../../../src/admin/lists/sanitizeListQuery'
import { signInByCookie } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signInByCookie(newsroom, 'editor')
})
afterAll(() => newsroom.close())

const LISTS: readonly CollectionSlug[] = ['articles', 'authors', 'sections', 'tags', 'media', 'users', 'redirects']

function sound(params: SearchParams, collection: CollectionSlug = 'articles') {
  const { payload } = newsroom
  const { collections } = payload
  return sanitizeListQuery(params, { collection, collections, isId: idFormat(payload), readsAll: (other) => other !== 'users' })
}

/** What the API answers to a list's query, put together as Payload's list does. */
async function answer(params: SearchParams, collection: CollectionSlug): Promise<number> {
  const { limit, page, search, sort, where } = parse(stringify(params), { depth: 10 })
  const { config } = newsroom.payload.collections[collection]
  const merged = mergeListSearchAndWhere({ collectionConfig: config, search: typeof search === 'string' ? search : '', where: where as Where })
  const { status } = await editor.get(`/api/${collection}`, { draft: true, depth: 0, limit, page, sort, where: merged })
  return status
}

describe('what a list is asked for', () => {
  it('is what its address says, when that can be asked for', () => {
    const params = {
      'where[or][0][and][0][stage][equals]': 'submitted',
      search: 'peace talks',
      sort: '-updatedAt',
      limit: '50',
      page: '2',
      columns: '["headline","-stage"]',
    }
    expect(sound(params)).toEqual({ params, unasked: undefined })
  })

  it.each([
    ['longer than can be asked for', 'peace '.repeat(80)],
    ['one word that is', 'x'.repeat(5000)],
    ['more words in a script without blanks', Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')],
    ['one with a null character', 'peace\0talks'],
  ])('is a shorter search, and the list says so, when the search is %s', async (_, search) => {
    for (const collection of LISTS) {
      const { params, unasked } = sound({ search }, collection)
      expect([unasked, search.replaceAll('\0', '').startsWith(String(params.search)), await answer(params, collection)]).toEqual(['search', true, 200])
    }
  })

  it.each([
    ['limit', '0'],
    ['limit', '-5'],
    ['limit', '1e9'],
    ['page', '-1'],
    ['page', '1.5'],
    ['sort', 'nothing'],
    ['sort', 'section.name'],
    ['columns', '["headline'],
    ['columns', '{"a":1}'],
    ['queryByGroup', '{'],
    ['preset', 'nobody’s'],
    ['where', 'nonsense'],
    ['where[or][0][and][0][createdBy.email][like]', 'maria'],
    ['where[or][0][and][0][section][equals]', 'no id'],
    ['where[or][0][and][0][publishedAt][greater_than]', 'yesterday'],
    ['where[or][0][and][0][body][like]', 'x'],
    ['where[search][equals]', 'x'],
  ])('leaves out %s=%s, and the list says so', async (name, value) => {
    const { params, unasked } = sound({ [name]: value, search: 'peace' })
    expect([params, unasked, await answer(params, 'articles')]).toEqual([{ search: 'peace' }, 'filter', 200])
  })
})
