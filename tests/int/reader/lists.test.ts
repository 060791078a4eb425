import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { currentOptions, setOptions } from '../../../src/options/current'
import { createAuthor, createSection, createTag, hoursFromNow, publishArticle } from '../../helpers/articles'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import { CANARY, fillNewsroom } from '../out/newsdesk'
import type { Newsdesk } from '../out/newsdesk'

let newsroom: TestNewsroom
let desk: Newsdesk

/** Two more than a page holds, newest first. */
const MANY = Array.from({ length: 22 }, (_, index) => `Number ${index + 1}`)

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await fillNewsroom(newsroom)
  const section = await createSection(desk.editor, 'Numbers')
  const author = await createAuthor(desk.editor, { name: 'Noor Naji', bio: 'Counts.' })
  const tag = await createTag(desk.editor, 'Counting')
  const shared = { section: section.id, tags: [tag.id], bylines: [{ author: author.id, role: 'reporter' }] }
  for (const [index, headline] of MANY.entries()) {
    await publishArticle(desk.editor, { ...shared, headline, publishedAt: hoursFromNow(-2 - index) })
  }
})
afterAll(() => newsroom.close())

const see = (path: string) => visit(`${newsroom.url}${path}`)

describe('the front page', () => {
  it('has the newest public articles, and nothing else of the desk', async () => {
    const page = await see('/')
    expect(page.status).toBe(200)
    expect(page.words('h2')).toEqual(['The open story <now> & then', ...MANY.slice(0, 19)])
    expect(page.html).not.toContain(CANARY)
    expect(page.values('href', 'link', { rel: 'canonical' })).toEqual(['http://127.0.0.1:3000/'])
    expect(page.values('href', 'a')).toEqual(expect.arrayContaining(['/sections/numbers', '/sections/world']))
    expect(page.words('nav', { 'aria-label': 'Sections' })[0]).toBe('NumbersWorld')
  })

  it('leads to older articles, and back', async () => {
    expect((await see('/')).values('href', 'a', { rel: 'next' })).toEqual(['?page=2'])
    const second = await see('/?page=2')
    expect(second.words('h2')).toEqual(MANY.slice(19))
    expect(second.values('href', 'link', { rel: 'canonical' })).toEqual(['http://127.0.0.1:3000/?page=2'])
    expect(second.values('href', 'link', { rel: 'prev' })).toEqual(['?'])
    expect(second.values('href', 'a', { rel: 'next' })).toEqual([])
  })

  it.each(['3', '0', '-1', '1.5', '99999', 'x', ''])('has no page %j', async (page) => {
    expect((await see(`/?page=${page}`)).status).toBe(404)
  })
})

describe('what has a page of its own', () => {
  it.each([
    ['/sections/numbers', 'Numbers', undefined],
    ['/tags/counting', 'Counting', undefined],
    ['/authors/noor-naji', 'Noor Naji', 'Counts.'],
  ])('%s', async (path, name, description) => {
    const page = await see(path)
    expect(page.words('h1')).toEqual([name])
    expect(page.words('h2')).toEqual(MANY.slice(0, 20))
    expect(page.words('p', { class: 'standfirst' })[0]).toBe(description)
    expect(page.values('href', 'link', { rel: 'alternate', title: name })).toContain(`/feeds${path}/rss.xml`)
    expect(page.values('href', 'link', { rel: 'canonical' })).toEqual([`http://127.0.0.1:3000${path}`])
  })

  it.each(['/sections/world', '/tags/peace', '/authors/ann-ames'])('names nothing that is not public: %s', async (path) => {
    const page = await see(path)
    expect(page.words('h2')).toEqual(['The open story <now> & then'])
    expect(page.html).not.toContain(CANARY)
  })
})

describe('a newsroom whose site is another program', () => {
  it('shows readers nothing here', async () => {
    const options = currentOptions()
    setOptions({ ...options, site: { ...options.site, hasReader: false } })
    onTestFinished(() => setOptions(options))
    for (const path of ['/', `/articles/${desk.open.slug}`, '/sections/numbers']) {
      const page = await see(path)
      expect([page.status, page.html]).toEqual([404, 'Not found.\n'])
    }
  })
})
