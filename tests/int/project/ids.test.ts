import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftArticle } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  await draftArticle(admin, { headline: 'The only one' })
})
afterAll(() => newsroom.close())

describe('what is no number is nobody’s id where ids are counted', () => {
  it.each(['/api/users?where[id]', '/api/articles/versions?where[id]', '/api/articles?draft=true&where[heroImage]', '/api/articles?draft=true&where[createdBy]'])('%s', async (asked) => {
    const found = async (operator: string) => {
      const { body, status } = await admin.get<Page<object>>(`${asked}[${operator}]=${randomUUID()}`)
      return [operator, status, body.totalDocs]
    }
    for (const operator of ['equals', 'in']) expect(await found(operator)).toEqual([operator, 200, 0])
    for (const operator of ['not_equals', 'not_in']) expect(await found(operator)).toEqual([operator, 200, 1])
  })
})
