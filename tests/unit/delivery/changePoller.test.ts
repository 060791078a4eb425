import { afterEach, expect, it, vi } from 'vitest'
import { bridge } from '../../../src/delivery/bridge'
import type { Message } from '../../../src/delivery/bridge'
import { EVERYTHING } from '../../../src/delivery/change'
import type { Change } from '../../../src/delivery/change'
import { ChangePoller } from '../../../src/delivery/changePoller'
import { Health } from '../../../src/delivery/health'
import { keyAt } from '../../../src/delivery/messages'
import { model } from './support/model'

afterEach(() => {
  vi.useRealTimers()
  bridge().source = undefined
})

const change: Change = { tags: ['articles'], removes: false, moments: [] }

type More = { ping?: () => Promise<boolean>; told?: Promise<void> | (() => Promise<void>) }

function follow(messages: Message[], { ping = () => Promise.resolve(true), told = Promise.resolve() }: More = {}) {
  const applied: Change[] = []
  let questions = 0
  const health = new Health(() => undefined)
  const nothing = () => Promise.resolve()
  bridge().source = {
    model,
    ping,
    messages: async (after) => {
      questions += 1
      await (typeof told === 'function' ? told() : told)
      return messages.filter(({ key }) => key > after)
    },
    moments: () => Promise.resolve([]),
    purge: nothing,
  }
  const poller = new ChangePoller({ apply: (each) => applied.push(each), health, pollMs: 3_600_000 })
  return { applied, asked: () => questions, poller, health }
}

const message = (id: string, more: Partial<Message> = {}): Message => ({ key: `${keyAt(Date.now())}:${id}`, by: 'another', change, ...more })

it('applies what other processes tell, once', async () => {
  const messages = [message('1')]
  const { applied, poller } = follow(messages)
  await poller.poll()
  await poller.poll()
  messages.push(message('2'))
  await poller.poll()
  expect(applied).toHaveLength(2)
})

it('takes no notice of its own messages', async () => {
  const { applied, poller } = follow([message('1', { by: bridge().id })])
  await poller.poll()
  expect(applied).toHaveLength(0)
})

it('sees a message that became visible after a later one, and one whose writer has a clock that runs ahead', async () => {
  const messages = [message('later', { key: `${keyAt(Date.now() + 3_600_000)}:later` })]
  const { applied, poller } = follow(messages)
  await poller.poll()
  messages.unshift(message('earlier', { key: `${keyAt(Date.now() - 1000)}:earlier` }))
  await poller.poll()
  expect(applied).toHaveLength(2)
})

it('finds the database gone, and back', async () => {
  let isThere = false
  const { poller, health } = follow([], { ping: () => Promise.resolve(isThere) })
  await poller.poll()
  expect(health.isUp).toBe(false)
  isThere = true
  await poller.poll()
  expect(health.isUp).toBe(true)
})

it('knows that it is out of step with a database that lives and tells nothing, and takes in what comes late', async () => {
  let tell: () => void = () => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const { applied, poller, health } = follow([message('1')], { told })
  await poller.poll()
  expect([health.isUp, health.isCurrent]).toEqual([true, false])
  tell()
  await expect.poll(() => applied).toHaveLength(1)
  await poller.poll()
  expect([health.isUp, health.isCurrent, applied.length]).toEqual([true, true, 1])
})

it('takes a database for gone that has told nothing for a long time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { poller, health } = follow([message('1')], { told: new Promise(() => undefined) })
  vi.setSystemTime(Date.now() + 60_000)
  await poller.poll()
  expect(health.isUp).toBe(false)
})

it('asks a database that is slow once, and not again at every poll', async () => {
  const { asked, poller } = follow([], { told: new Promise(() => undefined) })
  await poller.poll()
  await poller.poll()
  expect(asked()).toBe(1)
})

it('throws everything away when the clock is set back, and hears what comes by it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const messages: Message[] = []
  const { applied, poller } = follow(messages)
  await poller.poll()
  vi.setSystemTime(Date.now() - 3_600_000)
  messages.push(message('1'))
  await poller.poll()
  expect(applied).toEqual([EVERYTHING, change])
  await poller.poll()
  expect(applied).toHaveLength(2)
})

it('throws nothing away after a long absence before the database has told what was written, and everything then', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  let isBroken = true
  const { applied, poller, health } = follow([], { told: () => (isBroken ? Promise.reject(new Error('Gone again.')) : Promise.resolve()) })
  vi.setSystemTime(Date.now() + 3_600_000)
  await poller.poll()
  expect([applied, health.isUp]).toEqual([[], false])
  isBroken = false
  await poller.poll()
  expect([applied, health.isUp]).toEqual([[EVERYTHING], true])
})

it('shows nothing any more after a day without the database', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { applied, poller } = follow([], { ping: () => Promise.resolve(false) })
  vi.setSystemTime(Date.now() + 86_000_000)
  await poller.poll()
  expect(applied).toEqual([])
  vi.setSystemTime(Date.now() + 1_000_000)
  await poller.poll()
  await poller.poll()
  expect(applied).toEqual([EVERYTHING])
})
