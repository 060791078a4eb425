import { afterAll, beforeAll, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

it('says that the database answers, and which version this is', async () => {
  const { body, status } = await reader(newsroom.url).get('/api/health')
  expect(status).toBe(200)
  expect(body).toEqual({ status: 'ok', database: 'up', disk: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
})
