import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../bench/random'
import { freePort, startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { createAuthor, createSection, draftArticle } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import { client } from '../helpers/client'
import type { Client } from '../helpers/client'
import { signInTo } from '../helpers/deskPages'
import { newestOf, patiently } from '../helpers/noLostText/desk'
import { clearWay, EVENTS, standBetween } from '../helpers/noLostText/events'
import type { Story } from '../helpers/noLostText/events'
import { answerDialogs, FIELDS, isReady, look, typeWord } from '../helpers/noLostText/tab'
import type { Seen } from '../helpers/noLostText/tab'

/**
 * Somebody types while things go wrong, in random order. Afterwards every word is in the database, on the page under a
 * message that says it is not saved and why, or in a copy that the page offers again; and a page that says "Saved" has
 * no word that is not stored.
 *
 * SAVING_SEQUENCES says how many sequences, SAVING_SEED which is the first: a failure names its own, to run it alone.
 */
const SEQUENCES = Number(process.env.SAVING_SEQUENCES ?? 2)
const SEED = Number(process.env.SAVING_SEED ?? 1)
const LANES = Math.min(3, SEQUENCES)
const PATIENCE_MS = 120_000

type Login = { id: string; email: string; password: string; token: string }

let folder: string
let env: Record<string, string>
let app: RunningApp
let browser: Browser
let admin: Client
let ready: Story['ready']
let restarting: Promise<void> | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-typing-'))
  env = { DATABASE_URL: `file:${path.join(folder, 'dateline.db')}`, PORT: String(await freePort()), RATE_LIMIT_LOGIN: '1000000', RATE_LIMIT_WRITES: '1000000' }
  app = await startApp(env)
  browser = await openBrowser()
  const { token } = await signInTo(app, app.admin)
  admin = client(app.url, { Authorization: `JWT ${token}` })
  const author = await createAuthor(admin, { name: 'Una Byline' })
  ready = { section: (await createSection(admin, 'World')).id, bylines: [{ author: author.id, role: 'reporter' }] }
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await rm(folder, { force: true, recursive: true })
})

/** Ends the server as a crash does, and starts it again on the same database; one at a time, for all. */
function restart(): Promise<void> {
  restarting ??= (async () => {
    await app.kill()
    app = await startApp(env)
  })().finally(() => (restarting = undefined))
  return restarting
}

async function hire(lane: number): Promise<Login> {
  const login = { email: `typist${lane}@newsroom.test`, password: 'a password for tests only' }
  const { body } = await admin.send<{ doc: { id: string } }>('POST', '/api/users', { ...login, name: `Typist ${lane}`, roles: ['editor'] })
  return { ...login, id: body.doc.id, token: (await signInTo(app, login)).token }
}

/** A word of its own for each time somebody types, and where it was typed. */
type Word = { word: string; tab: Page }

async function playSequence(seed: number, login: Login): Promise<string[]> {
  const random = createRandom(seed)
  const context = await browser.newContext({ viewport: { width: 1440, height: 1200 } })
  context.setDefaultTimeout(PATIENCE_MS)
  const told: string[] = []
  try {
    return await play(await begin(context, login, random), told)
  } catch (error) {
    return [`${String(error)} after ${told.join('; ')}`]
  } finally {
    await context.close()
  }
}

async function begin(context: BrowserContext, user: Login, random: Story['random']): Promise<Story> {
  const { id } = await patiently(() => draftArticle(admin, { headline: 'Begun' }))
  await context.addCookies([{ name: 'payload-token', value: user.token, url: app.url }])
  const story: Story = {
    admin, context, id, ready, random, user, restart,
    tabs: [],
    url: `${app.url}/admin/collections/articles/${id}`,
    way: 'clear',
    isOffline: false,
    isSignedOut: false,
    theirs: [],
    release: () => undefined,
    open: async () => {
      const tab = await context.newPage()
      story.tabs.push(tab)
      await openArticle(tab, story.url)
      await answerDialogs(tab)
    },
  }
  await standBetween(story)
  await story.open()
  return story
}

/** Opens the page; a server that starts again meanwhile is asked again. */
async function openArticle(tab: Page, url: string): Promise<void> {
  await patiently(async () => {
    await restarting
    const answer = await tab.goto(url, { waitUntil: 'commit' })
    if ((answer?.status() ?? 500) >= 500) throw new Error('The server is away.')
    await isReady(tab)
  })
}

async function play(story: Story, told: string[]): Promise<string[]> {
  const { random } = story
  const words: Word[] = []
  const type = async () => {
    const tab = story.tabs[random.below(story.tabs.length)]
    if (!tab) return
    const field = random.pick(FIELDS)
    const word = `w${random.below(1e9)}n${words.length}`
    const isTyped = await typeWord(tab, field, word)
    told.push(`${isTyped ? 'types' : 'cannot type'} ${word} into ${field} of tab ${story.tabs.indexOf(tab)}`)
    if (isTyped) words.push({ word, tab })
  }
  const faults: string[] = []
  const names = Object.keys(EVENTS)
  for (let left = 2 + random.below(4); left > 0; left -= 1) {
    for (let count = 1 + random.below(2); count > 0; count -= 1) await type()
    const name = names[random.below(names.length)] ?? ''
    told.push(name)
    await EVENTS[name]?.(story)
    await type()
    for (const tab of story.tabs) faults.push(...(await falselySaved(story, tab, words)))
  }
  if (random.below(3) > 0) {
    told.push('everything works again')
    await makeGood(story)
  }
  faults.push(...(await lost(story, words, told)))
  return faults.map((fault) => `${fault}\n    ${told.join('\n    ')}`)
}

/** Words of a tab that says "Saved" which are not stored. */
async function falselySaved(story: Story, tab: Page, words: readonly Word[]): Promise<string[]> {
  const before = words.filter((each) => each.tab === tab)
  const seen = await look(tab)
  if (seen.kind !== 'saved') return []
  const { text } = await newestOf(story.admin, story.id)
  return before.filter(({ word }) => seen.text.includes(word) && !text.includes(word)).map(({ word }) => `"Saved" is shown, and ${word} is not stored.`)
}

async function makeGood(story: Story): Promise<void> {
  await clearWay(story)
  story.isOffline = false
  await story.context.setOffline(false)
  await restarting
  if (!story.isSignedOut) return
  story.isSignedOut = false
  await story.context.addCookies([{ name: 'payload-token', value: story.user.token, url: app.url }])
}

/** Words that are nowhere. */
async function lost(story: Story, words: readonly Word[], told: string[]): Promise<string[]> {
  const isTold = ({ alerts, kind }: Seen) => kind === 'unsaved' && alerts.includes('Not saved.') && alerts.replace('Not saved.', '').trim().length > 20
  const isWaiting = ({ kind }: Seen) => kind === 'pending' || kind === 'saving'
  let missing: Word[] = []
  let seen: Seen[] = []
  // Saving is tried again by itself, more and more seldom: somebody who waits presses the button.
  await expect
    .poll(
      async () => {
        seen = await Promise.all(story.tabs.map(look))
        const { text } = await newestOf(story.admin, story.id)
        missing = words.filter(({ word }) => !text.includes(word) && !seen.some((each) => isTold(each) && each.text.includes(word)))
        const isOpen = seen.some(isWaiting) && story.way !== 'slow'
        if (missing.length === 0 && !isOpen) return 'settled'
        for (const tab of story.tabs) await tab.getByRole('button', { name: 'Try again' }).click({ timeout: 200 }).catch(() => undefined)
        return isOpen ? 'open' : 'missing'
      },
      // Longer than a save waits for its answer.
      { timeout: PATIENCE_MS, interval: 250 },
    )
    .toSatisfy((found) => found !== 'open')
  const falsely = (await Promise.all(story.tabs.map((tab) => falselySaved(story, tab, words)))).flat()
  told.push(`ends with ${seen.map(({ alerts, kind }) => `${kind}: ${alerts.replaceAll('\n', ' ').slice(0, 300)}`).join(' | ')}`)
  if (missing.length > 0) missing = await notOffered(story, missing)
  const { text } = await newestOf(story.admin, story.id)
  const overwritten = story.theirs.filter((word) => !text.includes(word)).map((word) => `${word} of a colleague is gone.`)
  return [...falsely, ...missing.map(({ word }) => `${word} is lost.`), ...overwritten]
}

/** Those that no copy has which the page offers when it is opened again. */
async function notOffered(story: Story, words: readonly Word[]): Promise<Word[]> {
  for (const tab of story.tabs.splice(0)) await tab.close()
  await makeGood(story)
  await story.open()
  const [tab] = story.tabs
  let missing = [...words]
  for (let offers = 0; tab && offers < 4 && missing.length > 0; offers += 1) {
    const restore = tab.getByRole('button', { name: 'Restore' })
    const isOffered = await restore.waitFor({ timeout: 30_000 }).then(() => true, () => false)
    if (!isOffered) break
    const offer = await tab.getByRole('region', { name: 'This browser has text' }).innerText()
    await restore.click()
    await expect.poll(async () => !(await restore.isVisible()) || (await tab.getByRole('region', { name: 'This browser has text' }).innerText()) !== offer, { timeout: 10_000 }).toBe(true)
    // The editor shows its text later than the fields do.
    await expect
      .poll(async () => {
        const { text } = await look(tab)
        missing = missing.filter(({ word }) => !text.includes(word))
        return missing.length
      }, { timeout: 10_000 })
      .toBe(0)
      .catch(() => undefined)
  }
  return missing
}

it(`loses no word in ${SEQUENCES} sequences from seed ${SEED} (editor F1, editor F2, editor F3, editor F12, reports B3)`, { timeout: PATIENCE_MS + SEQUENCES * 60_000 }, async () => {
  const seeds = Array.from({ length: SEQUENCES }, (_each, index) => SEED + index)
  const faults: string[] = []
  await Promise.all(
    Array.from({ length: LANES }, async (_each, lane) => {
      const login = await hire(lane)
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const found = await playSequence(seed, login)
        faults.push(...found.map((fault) => `SAVING_SEED=${String(seed)} SAVING_SEQUENCES=1: ${fault}`))
        if (process.env.SAVING_SEQUENCES) console.log(`${seed}: ${found.length === 0 ? 'fine' : found.join('\n')}`)
      }
    }),
  )
  expect(faults.join('\n')).toBe('')
})
