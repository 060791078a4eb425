import type { BrowserContext, Page, Route } from 'playwright-core'
import type { Random } from '../../../bench/random'
import { aBody } from '../articles'
import type { Client } from '../client'
import { change, patiently } from './desk'
import { isReady } from './tab'

/** What stands between the browser and the server. */
type Way = 'clear' | 'cut' | 'lostAnswer' | 'refused409' | 'refused413' | 'refused429' | 'refused503' | 'refusedField' | 'slow'

/** One article, one person's browser, and everybody else. */
export type Story = {
  admin: Client
  context: BrowserContext
  id: string
  /** The section and byline without which nothing is published. */
  ready: { section: string; bylines: { author: string; role: string }[] }
  random: Random
  tabs: Page[]
  url: string
  user: { id: string; token: string }
  way: Way
  isOffline: boolean
  isSignedOut: boolean
  /** Words that colleagues wrote. */
  theirs: string[]
  restart: () => Promise<void>
  open: () => Promise<void>
  /** Lets a slow answer through. */
  release: () => void
}

const STATUS: Partial<Record<Way, number>> = { refused409: 409, refused413: 413, refused429: 429, refused503: 503 }

/** Answers in place of the server, or passes on to the real one. */
export async function standBetween(story: Story): Promise<void> {
  const isSave = (route: Route) => route.request().method() === 'PATCH' && route.request().url().includes('/api/articles/')
  await story.context.route(/\/(api|admin)\//, async (route) => {
    const { way } = story
    const status = STATUS[way]
    try {
      if (way === 'cut') await route.abort('connectionrefused')
      else if (way === 'slow' && isSave(route)) {
        await new Promise<void>((resolve) => {
          const { release } = story
          story.release = () => {
            release()
            resolve()
          }
        })
        await route.continue()
      } else if (way === 'lostAnswer' && isSave(route)) {
        await route.fetch()
        await route.abort('connectionreset')
      } else if (way === 'refusedField' && isSave(route) && (route.request().postData() ?? '').includes('"standfirst"')) {
        await route.fulfill({ status: 400, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'Not this.', data: { errors: [{ path: 'standfirst', message: 'Not this.' }] } }] }) })
      } else if (status !== undefined && isSave(route)) {
        await route.fulfill({ status, contentType: 'application/json', headers: status === 429 ? { 'Retry-After': '1' } : {}, body: JSON.stringify({ errors: [{ message: `Answered ${status}.` }] }) })
      } else await route.continue()
    } catch {
      // The page was closed meanwhile.
    }
  })
}

type Event = (story: Story) => Promise<void>

const onWay = (way: Way): Event => async (story) => {
  story.way = way
}

const patch = (changeOf: Parameters<typeof change>[2], query?: object): Event => async ({ admin, id }) => {
  await change(admin, id, changeOf, query)
}

const HOUR_MS = 3_600_000

/** What happens while somebody types, by name; the weights say how often. */
export const EVENTS: Readonly<Record<string, Event>> = {
  'a colleague moves the stage': patch(({ stage }) => ({ stage: stage === 'draft' ? 'submitted' : 'in-review' })),
  'a colleague changes the section': (story) => patch(() => ({ section: story.ready.section }))(story),
  'a colleague sets an embargo': patch(() => ({ embargoUntil: new Date(Date.now() + 5 * HOUR_MS).toISOString(), note: 'Asked for by the agency.' })),
  'a colleague changes the slug': (story) => patch(() => ({ slug: `moved-${story.random.below(1e9)}` }))(story),
  'a colleague changes the status': (story) => patch(() => ({ pubStatus: story.random.pick(['withheld', 'usable']), notice: 'Held for checks.' }))(story),
  'a colleague writes into the standfirst': async (story) => {
    const word = `colleague${story.random.below(1e9)}`
    const status = await change(story.admin, story.id, ({ standfirst }) => ({ standfirst: `${standfirst ?? ''} ${word}` }))
    if (status === 200) story.theirs.push(word)
  },
  'a program publishes it': (story) => patch(({ text }) => ({ ...story.ready, _status: 'published', ...(text.includes('"root"') ? {} : { body: aBody('Begun.') }) }), {})(story),
  'an agency withdraws it': async ({ admin, id }) => void (await patiently(() => admin.send('POST', `/api/articles/${id}/withdraw`, { note: 'Killed.' }))),
  'a colleague trashes it and brings it back': async (story) => {
    await patch(() => ({ deletedAt: new Date().toISOString() }), {})(story)
    await patch(() => ({ deletedAt: null }), { trash: true })(story)
  },
  'a colleague takes it over': async ({ admin, id }) => {
    const { body } = await patiently(() => admin.get<{ docs: { id: string }[] }>('/api/payload-locked-documents', { where: { 'document.value': { equals: id } } }))
    const { body: me } = await patiently(() => admin.get<{ user: { id: string } }>('/api/users/me'))
    for (const lock of body.docs) await patiently(() => admin.send('PATCH', `/api/payload-locked-documents/${lock.id}`, { user: { relationTo: 'users', value: me.user.id } }))
  },
  'the session ends': async (story) => {
    story.isSignedOut = true
    await story.context.clearCookies()
  },
  'the server stops and starts again': ({ restart }) => restart(),
  'the server cannot be reached': onWay('cut'),
  'the server is slow': onWay('slow'),
  'an answer is lost on its way': onWay('lostAnswer'),
  'saves are answered 409': onWay('refused409'),
  'saves are answered 413': onWay('refused413'),
  'saves are answered 429': onWay('refused429'),
  'saves are answered 503': onWay('refused503'),
  'one field is refused': onWay('refusedField'),
  'the way is clear again': async (story) => clearWay(story),
  'the network drops': async (story) => {
    story.isOffline = true
    await story.context.setOffline(true)
  },
  'the network returns': async (story) => {
    story.isOffline = false
    await story.context.setOffline(false)
  },
  'the tab is reloaded': async (story) => {
    if (!canOpen(story)) return
    const tab = story.random.pick(asList(story.tabs))
    tab.once('dialog', (dialog) => void dialog.accept())
    // The server may be starting again: then it answers 503 in place of the page.
    await patiently(async () => {
      const answer = await tab.reload({ waitUntil: 'commit' })
      if ((answer?.status() ?? 500) >= 500) throw new Error('The server is away.')
    })
    await isReady(tab)
  },
  'the tab is closed': async (story) => {
    if (!canOpen(story)) return
    await closeTab(story)
    if (story.tabs.length === 0) await story.open()
  },
  'it is opened in another tab': async (story) => {
    if (canOpen(story) && story.tabs.length < 2) await story.open()
  },
}

function asList<T>(items: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = items
  if (first === undefined) throw new Error('No tab is open.')
  return [first, ...others]
}

async function closeTab(story: Story): Promise<void> {
  const tab = story.random.pick(asList(story.tabs))
  story.tabs.splice(story.tabs.indexOf(tab), 1)
  tab.once('dialog', (dialog) => void dialog.accept())
  const closed = tab.waitForEvent('close')
  await tab.close({ runBeforeUnload: true })
  await closed
}

/** Whether a page can be loaded now. */
function canOpen({ isOffline, isSignedOut, way }: Story): boolean {
  return !isOffline && !isSignedOut && way !== 'cut'
}

export async function clearWay(story: Story): Promise<void> {
  story.way = 'clear'
  story.release()
  story.release = () => undefined
  await Promise.resolve()
}
