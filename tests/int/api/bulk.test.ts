import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle } from '../../helpers/articles'
import { signIn, signInByCookie } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
/** The admin UI, in the browser of an admin. */
let admin: Client
/** The same without a browser. */
let program: Client
let ids: string[]

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  admin = await signInByCookie(newsroom, 'admin')
  program = await signIn(newsroom, 'admin')
  const section = await createSection(admin, 'World')
  ids = []
  for (const headline of ['One', 'Two', 'Three']) ids.push((await draftArticle(admin, { headline, section: section.id })).id)
})
afterAll(() => newsroom.close())

const count = async () => (await newsroom.payload.count({ collection: 'articles', overrideAccess: true })).totalDocs

/** Conditions that say nothing, or of which a part is lost on the way. */
const EMPTY = [
  'where[or]=', 'where[and]=', 'where[id]=', 'where[not]=', 'where[AND]=', 'where[OR]=', 'where[or][0][id]=', 'where[not][0][id][equals]=x', 'where=', 'where={}', '',
  'where[or][]=', 'where[or][0]=', 'where[and][0][or]=', 'where[and][0][or][0]=', 'where[nor][0][id][equals]=x', 'where[id][not_in]=', 'where[id][in]=', 'where[id][nope]=x',
  'where[headline][not_equals]=', 'where[headline][contains]=', 'where[headline][contains]=%20', 'where[headline][not_like]=%20%20', 'where[headline][in]=%20,%09', 'where[headline][like]=', 'where[id][exists]=', 'where[and][1001][id][equals]=x', 'where={"and":[]}', 'where={"or":[{}]}',
  'where={"id":{}}', 'where={"and":[{"id":{"exists":true}},{}]}', 'where=[]', 'where=null', 'where[]=', 'Where[id][equals]=x', 'where.id.equals=x', 'where[and][0][id][equals]=x&where[and][1]=',
]

/** Each with a short title. */
const QUERIES = [...EMPTY.map((query) => [query, query] as const), ['a condition behind 1,000 parameters, which are not read', `${'x=1&'.repeat(1000)}where[id][equals]=x`] as const]

describe('a bulk write whose condition says nothing', () => {
  it.each(QUERIES)('is refused, and nothing is changed: %s (reports B1)', async (_, query) => {
    const before = await count()
    const encoded = query.replaceAll(/[{}"[\]]/g, encodeURIComponent)
    for (const collection of ['articles', 'sections', 'tags', 'media', 'redirects', 'payload-locked-documents']) {
      expect([collection, (await admin.send('DELETE', `/api/${collection}?${encoded}`)).status]).toEqual([collection, 400])
    }
    expect((await admin.send('PATCH', `/api/articles?${encoded}`, { deletedAt: new Date().toISOString() })).status).toBe(400)
    // Nobody deletes many logins at once.
    expect([400, 403]).toContain((await admin.send('DELETE', `/api/users?${encoded}`)).status)
    expect(await count()).toBe(before)
  })

  it('is refused to programs in the way that the admin UI asks for all (reports B1)', async () => {
    const before = await count()
    for (const where of ['where[id][not_equals]=', 'where[and][0][id][not_equals]=']) {
      for (const collection of ['articles', 'api-clients', 'redirects', 'tags']) expect([collection, (await program.send('DELETE', `/api/${collection}?${where}`)).status]).toEqual([collection, 400])
      expect((await program.send('PATCH', `/api/articles?${where}`, { deletedAt: new Date().toISOString() })).status).toBe(400)
    }
    expect(await count()).toBe(before)
  })
})

describe("the admin UI's own bulk actions", () => {
  it.each([
    ['ticked rows', () => `limit=0&locale=en&where[id][in][0]=${ids[0] ?? ''}&where[id][in][1]=${ids[1] ?? ''}`, 2],
    ['ticked rows, with a filter', () => `locale=en&where[and][0][_status][equals]=draft&where[and][1][id][in][0]=${ids[0] ?? ''}`, 1],
    ['all', () => 'limit=0&where[id][not_equals]=', 3],
    ['all that a list shows', () => 'where[or][0][and][0][headline][like]=Three', 1],
  ])('work: %s (reports B1)', async (_, query, changed) => {
    const { body, status } = await admin.send<{ docs: unknown[] }>('PATCH', `/api/articles?${query()}&draft=true`, { note: 'Seen.' })
    expect([status, body.docs.length]).toEqual([200, changed])
  })

  it('work: the trash, emptied (reports B1)', async () => {
    const { status } = await admin.send('PATCH', `/api/articles?where[id][in][0]=${ids[2] ?? ''}`, { deletedAt: new Date().toISOString() })
    expect(status).toBe(200)
    expect((await admin.send('DELETE', '/api/articles?limit=0&trash=true&where[deletedAt][exists]=true')).status).toBe(200)
    expect(await count()).toBe(2)
  })

  it('work: all, by saying so (reports B1)', async () => {
    expect((await admin.send('DELETE', '/api/articles?where[id][exists]=true')).status).toBe(200)
    expect(await count()).toBe(0)
  })
})
