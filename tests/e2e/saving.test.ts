import type { Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ARTICLES, isSave, openFormPage } from '../helpers/articleForm'
import type { FormPage } from '../helpers/articleForm'
import { aBody, createAuthor, createSection, publishArticle } from '../helpers/articles'

let app: FormPage['app']
let page: FormPage['page']
let editor: FormPage['editor']
let form: FormPage['form']
let close: FormPage['close']

beforeAll(async () => {
  ;({ app, page, editor, form, close } = await openFormPage())
})
afterAll(() => close())

it('saves what is typed after a colleague has moved the article on, and shows the move (editor F1)', async () => {
  const id = await form.open('Moved on elsewhere')
  await form.type('Before.')
  await form.isStored(id, 'Before.')
  expect((await editor.send('PATCH', `/api/articles/${id}`, { stage: 'in-review' }, { draft: true })).status).toBe(200)
  await form.type(' After.')
  await form.isStored(id, 'Before. After.')
  await form.state('saved').waitFor()
  await page.getByRole('region', { name: 'How far it is' }).getByText('In review').first().waitFor()
  expect((await form.stored(id)).stage).toBe('in-review')
})

it('says that it is not saved while the server is away, and saves by itself when it is back (editor F3, reports B3)', async () => {
  const id = await form.open('The server goes away')
  await page.route(ARTICLES, (route) => (isSave(route) ? route.abort() : route.continue()))
  await form.type('Typed offline.')
  await page.getByRole('alert').getByText('Not saved.').waitFor()
  expect((await form.stored(id)).standfirst ?? '').toBe('')
  await page.unroute(ARTICLES)
  await form.isStored(id, 'Typed offline.')
  await form.state('saved').waitFor()
})

it('tells who changed the same field, and keeps what was typed until somebody chooses (editor F1)', async () => {
  const id = await form.open('Both at once')
  let isChanged = false
  await page.route(ARTICLES, async (route) => {
    if (isSave(route) && !isChanged) {
      isChanged = true
      await editor.send('PATCH', `/api/articles/${id}`, { standfirst: 'Theirs.' }, { draft: true })
    }
    await route.continue()
  })
  await form.type('Mine.')
  await page.getByText('Somebody else changed the same part').waitFor()
  expect(await form.standfirst().inputValue()).toBe('Mine.')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await form.isStored(id, 'Mine.')
  await form.state('saved').waitFor()
})

it('keeps the text when the session ends, and saves it after signing in on the page (editor F12, reports B13)', async () => {
  const id = await form.open('Signed out')
  await page.context().clearCookies()
  await form.type('Typed after the end.')
  await page.getByText('You are signed out').waitFor()
  expect(await form.standfirst().inputValue()).toBe('Typed after the end.')
  await page.getByLabel('Password', { exact: true }).fill(app.admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await form.isStored(id, 'Typed after the end.')
  await form.state('saved').waitFor()
})

it('stores the other fields when one is refused, and says which and why (editor F1)', async () => {
  const section = await createSection(editor, 'Soon gone')
  const id = await form.open('One field refused')
  await page.route(ARTICLES, async (route) => {
    if (isSave(route) && (route.request().postData() ?? '').includes(section.id)) await editor.send('DELETE', `/api/sections/${section.id}`)
    await route.continue()
  })
  await page.locator('#field-section input').first().click()
  await page.getByText('Soon gone', { exact: true }).first().click()
  await form.type('Stored all the same.')
  await page.getByRole('alert').getByText(`section: there is no document ${section.id}`).waitFor()
  await form.isStored(id, 'Stored all the same.')
  await form.type(' And more.')
  await form.isStored(id, 'Stored all the same. And more.')
  expect(await page.getByRole('alert').getByText('The server refused the change.').isVisible()).toBe(true)
  await page.unroute(ARTICLES)
})

it('does not publish over a change that the page does not show, says so until it is read, and shows it (editor F1)', async () => {
  const section = await createSection(editor, 'Stale')
  const author = await createAuthor(editor, { name: 'Pia Publisher' })
  const id = await form.open('Published from a stale page', { section: section.id, bylines: [{ author: author.id, role: 'reporter' }], body: aBody('Ready.') })
  let isChanged = false
  await page.route(ARTICLES, async (route) => {
    if (isSave(route) && !route.request().url().includes('autosave') && !isChanged) {
      isChanged = true
      await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Changed by a colleague' }, { draft: true })
    }
    await route.continue()
  })
  await form.type('Typed just before.')
  await page.locator('#next-steps').getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('alert').getByText('Not done: the article changed since you opened it.').waitFor()
  await expect.poll(() => page.locator('#field-headline').inputValue()).toBe('Changed by a colleague')
  expect((await form.stored(id)).standfirst).toBe('Typed just before.')
  await page.unroute(ARTICLES)
  await page.locator('#next-steps').getByRole('button', { name: 'Publish' }).click()
  await expect.poll(async () => (await editor.get<{ _status: string; standfirst: string }>(`/api/articles/${id}`)).body).toMatchObject({ _status: 'published', standfirst: 'Typed just before.' })
  expect(await page.getByText('Not done:').isVisible()).toBe(false)
})

it('keeps what is typed when the page takes up a withdrawal (editor F1)', async () => {
  const section = await createSection(editor, 'Withdrawn')
  const { id } = await publishArticle(editor, { headline: 'Withdrawn meanwhile', section: section.id })
  await form.openStory(id)
  await form.refuseSaves(503)
  await form.type('Not stored yet.')
  await form.state('unsaved').waitFor()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByRole('button', { name: 'Withdraw now' }).click()
  await expect.poll(async () => (await editor.get<{ pubStatus: string }>(`/api/articles/${id}`, { draft: true })).body.pubStatus).toBe('canceled')
  await page.getByRole('region', { name: 'How far it is' }).getByText('Withdrawn').first().waitFor()
  expect(await form.standfirst().inputValue()).toBe('Not stored yet.')
  // The page tries again by itself.
  await page.unroute(ARTICLES)
  await form.isStored(id, 'Not stored yet.')
})

it('keeps the form when what it asks of the server fails (reports B3)', async () => {
  const id = await form.open('Functions fail')
  const isFunction = (route: Route) => route.request().method() === 'POST'
  await page.route('**/admin/**', (route) => (isFunction(route) ? route.abort() : route.continue()))
  await form.type('While functions are cut.')
  await form.isStored(id, 'While functions are cut.')
  await page.unroute('**/admin/**')
  await page.route('**/admin/**', (route) => (isFunction(route) ? route.fulfill({ status: 503, body: 'No.' }) : route.continue()))
  await form.type(' And answered 503.')
  await form.isStored(id, 'While functions are cut. And answered 503.')
  expect(await form.standfirst().inputValue()).toBe('While functions are cut. And answered 503.')
  await page.unroute('**/admin/**')
})
