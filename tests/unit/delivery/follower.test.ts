import { afterEach, expect, it } from 'vitest'
import { bridge } from '../../../src/delivery/bridge'
import type { Message } from '../../../src/delivery/bridge'
import type { Change } from '../../../src/delivery/change'
import { Follower } from '../../../src/delivery/follower'
import { Health } from '../../../src/delivery/health'
import { keyAt } from '../../../src/delivery/messages'
import { model } from './support/model'

afterEach(() => {
  bridge().source = undefined
})

const change: Change = { tags: ['articles'], removes: false, moments: [] }

type More = { ping?: () => Promise<boolean>; told?: Promise<void>; since?: number }

function follow(messages: Message[], { ping = () => Promise.resolve(true), since = Date.now(), told = Promise.resolve() }: More = {}) {
  const applied: Change[] = []
  const health = new Health(() => undefined)
  const nothing = () => Promise.resolve()
  bridge().source = {
    model,
    ping,
    messages: async (after) => {
      await told
      return messages.filter(({ key }) => key > after)
    },
    moments: () => Promise.resolve([]),
    purge: nothing,
  }
  const follower = new Follower({ apply: (each) => applied.push(each), health, pollMs: 3_600_000, since })
  return { applied, follower, health }
}

const message = (id: string, more: Partial<Message> = {}): Message => ({ key: `${keyAt(Date.now())}:${id}`, by: 'another', change, ...more })

it('applies what other processes tell, once', async () => {
  const messages = [message('1')]
  const { applied, follower } = follow(messages)
  await follower.look()
  await follower.look()
  messages.push(message('2'))
  await follower.look()
  expect(applied).toHaveLength(2)
})

it('takes no notice of its own messages', async () => {
  const { applied, follower } = follow([message('1', { by: bridge().id })])
  await follower.look()
  expect(applied).toHaveLength(0)
})

it('sees a message that became visible after a later one, and one whose writer has a clock that runs ahead', async () => {
  const messages = [message('later', { key: `${keyAt(Date.now() + 3_600_000)}:later` })]
  const { applied, follower } = follow(messages)
  await follower.look()
  messages.unshift(message('earlier', { key: `${keyAt(Date.now() - 1000)}:earlier` }))
  await follower.look()
  expect(applied).toHaveLength(2)
})

it('finds the database gone, and back', async () => {
  let isThere = false
  const { follower, health } = follow([], { ping: () => Promise.resolve(isThere) })
  await follower.look()
  expect(health.isUp).toBe(false)
  isThere = true
  await follower.look()
  expect(health.isUp).toBe(true)
})

it('knows that it is out of step with a database that lives and tells nothing, and takes in what comes late', async () => {
  let tell: () => void = () => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const { applied, follower, health } = follow([message('1')], { told })
  await follower.look()
  expect([health.isUp, health.isCurrent]).toEqual([true, false])
  tell()
  await expect.poll(() => applied).toHaveLength(1)
  await follower.look()
  expect([health.isUp, health.isCurrent, applied.length]).toEqual([true, true, 1])
})

it('takes a database for gone that has told nothing for a long time', async () => {
  const { follower, health } = follow([message('1')], { told: new Promise(() => undefined), since: Date.now() - 60_000 })
  await follower.look()
  expect(health.isUp).toBe(false)
})
