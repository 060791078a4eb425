import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeAs } from '../../../src/ingest/save/encode'
import { reader } from '../../helpers/client'
import { openImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'
import { houseCopy } from '../../helpers/imports'
import type { ImportAnswer } from '../../helpers/imports'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']

beforeAll(async () => {
  ;({ newsroom, editor } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

describe('POST /api/import', () => {
  it('takes copy as the body, and answers the report', async () => {
    const { body, status } = await editor.sendBody<ImportAnswer>('/api/import?publish=true&name=desk.txt', houseCopy({ headline: 'Sent by HTTP' }))
    expect(status).toBe(200)
    expect(body.reports[0]).toMatchObject({ file: 'desk.txt', outcome: 'created', article: { slug: 'sent-by-http', status: 'published' } })
    const { body: found } = await reader(newsroom.url).get<{ totalDocs: number }>('/api/articles', { where: { slug: { equals: 'sent-by-http' } } })
    expect(found.totalDocs).toBe(1)
  })

  it('takes files as a form, and says by its status when one failed', async () => {
    const form = new FormData()
    form.append('files', new File([houseCopy({ headline: 'A good file' })], 'good.txt'))
    form.append('files', new File([houseCopy({ headline: 'A bad file', published: '31 February 2023' })], 'bad.txt'))
    const { body, status } = await editor.sendBody<ImportAnswer>('/api/import', form)
    expect(status).toBe(422)
    expect(body.reports.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual(['good.txt created', 'bad.txt failed'])
    expect(body.summary.counts).toMatchObject({ created: 1, failed: 1 })
  })

  it.each([
    ['ru.txt', houseCopy({ headline: 'Kept one' }).replace('\n', '\nЭМБАРГО ДО 18 октября 2099, 09:00 GMT\n')],
    ['pt.txt', houseCopy({ headline: 'Kept two' }).replace('The lead', 'Não divulgar até 18.10.2099\nThe lead')],
    ['paid.md', '---\ntitle: Kept three\nsection: Politics\nauthor: CJ journalist\naccess: paid\n---\nBody.\n'],
    ['someday.md', '---\ntitle: Kept four\nsection: Politics\nauthor: CJ journalist\nembargoUntil: someday\n---\nBody.\n'],
  ])('keeps from readers what its source keeps from them: %s (ingest I2)', async (name, copy) => {
    const { body, status } = await editor.sendBody<ImportAnswer>(`/api/import?publish=true&name=${name}`, copy)
    expect([status, body.reports[0]?.outcome]).toEqual([200, 'created'])
    const { body: found } = await reader(newsroom.url).get<{ totalDocs: number }>('/api/articles', { where: { headline: { like: 'Kept' } } })
    expect(found.totalDocs).toBe(0)
  })

  const ninjs = (headline: string, more: object = {}) => JSON.stringify({ uri: `urn:held:${JSON.stringify([headline, more])}`, headline, by: 'CJ journalist', body_text: 'Words.', subjects: [{ name: 'Politics', rel: 'section' }], ...more })
  const rss = (headline: string, more = '', text = 'Words.') => `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/"><channel><title>Wire</title><item><guid>urn:held:${headline.length}:${more.length}:${text.length}</guid><title>${headline}</title><dc:creator>CJ journalist</dc:creator><category domain="section">Politics</category><pubDate>Wed, 18 Oct 2023 09:00:00 GMT</pubDate><description>${text}</description>${more}</item></channel></rss>`
  const markdown = (headline: string, more = '', text = 'Words.') => `---\ntitle: "${headline}"\nsection: Politics\nauthor: CJ journalist\ndate: 2023-10-18\n${more}\n---\n${text}\n`

  it.each([
    ['ninjs', ninjs('Goes out, as ninjs')], ['rss', rss('Goes out, as a feed')], ['md', markdown('Goes out, as Markdown')],
    ['json', ninjs('Goes out, past its embargo', { edNote: 'Embargoed until 00:01 GMT, 1 January 2020', expires: null })],
  ])('publishes what nothing keeps back: %s (ingest I2)', async (name, copy) => {
    const { body } = await editor.sendBody<ImportAnswer>(`/api/import?publish=true&name=x.${name}`, copy)
    expect(body.reports[0]).toMatchObject({ outcome: 'created', article: { status: 'published' } })
  })

  it.each([
    ...['EMBARGOED UNTIL 00:01 GMT, 1 January 2099 - Merger', 'NOT FOR PUBLICATION: memo'].flatMap((words): [string, string][] => [
      [`the headline of ninjs, ${words}`, ninjs(words)], [`the headline of a feed, ${words}`, rss(words)], [`the headline of Markdown, ${words}`, markdown(words)],
      [`the text of ninjs, ${words}`, ninjs('Kept', { body_text: `${words}\n\nWords.` })], [`the text of a feed, ${words}`, rss('Kept', '', words)], [`the text of Markdown, ${words}`, markdown('Kept', '', `**${words}**\n\nWords.`)],
      [`a note to editors, ${words}`, ninjs('Kept', { edNote: words })], [`terms of use, ${words}`, ninjs('Kept', { rightsinfo: { usageterms: words } })],
    ]),
    ...([{ embargo: '2099-01-01T00:00:00Z' }, { extra: { embargo: '2099-01-01' } }, { publish_schedule: '2099-01-01T00:00:00Z' }, { expires: '2020-01-01T00:00:00Z' }, { hold: true }, { signal: 'hold' }, { flags: { marked_for_not_publication: true } }] as object[]).map((more): [string, string] => [`ninjs with ${JSON.stringify(more)}`, ninjs('Kept', more)]),
    ...['<dcterms:available>2099-01-01</dcterms:available>', '<dcterms:valid>start=2099-01-01</dcterms:valid>', '<prism:killDate>2020-01-01</prism:killDate>'].map((more): [string, string] => [`a feed with ${more}`, rss('Kept', more)]),
    ...['custom: {meta: {draft: true}}', 'params: {publishing: {state: hold}}'].map((more): [string, string] => [`front matter with ${more}`, markdown(`Kept by ${more.replaceAll(/\W/g, '')}`, more)]),
    ...['EM\u00adBARGOED until Friday', '🚫 Embargo, do not publish'].map((words): [string, string] => [`a later line, ${words}`, rss('Kept', '', `&lt;p&gt;By Jane&lt;br&gt;${words}&lt;/p&gt;`)]),
    ['a list of rights', ninjs('Kept', { rightsInfo: [{ usageTerms: 'For the desk. Not for publication.' }] })], ['a nested element', rss('Kept', '<dcterms:a><dcterms:flags embargo="2099-01-01"/></dcterms:a>')],
    ['front matter for print alone', markdown('Kept for print', 'channels: [print]')], ['a feed that is embargoed', rss('Kept', '<dcterms:b/>').replace('<item>', '<prism:embargoDate>2099-01-01</prism:embargoDate><item>')],
    ['post metadata', `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><item><title>Kept in WordPress</title><dc:creator>CJ journalist</dc:creator><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><category domain="category" nicename="politics">Politics</category><content:encoded>Words.</content:encoded><wp:postmeta><wp:meta_key>embargo</wp:meta_key><wp:meta_value>Friday</wp:meta_value></wp:postmeta></item></channel></rss>`],
  ])('holds back what its source does: %s (ingest I2)', async (_what, copy) => {
    const { body, status } = await editor.sendBody<ImportAnswer>('/api/import?publish=true', copy)
    expect([status, body.reports[0]?.outcome, body.reports[0]?.article?.status]).toEqual([200, 'created', 'draft'])
    expect(body.reports[0]?.notes.join(' ')).toContain('Held back as a draft')
  })

  it('writes nothing in a dry run', async () => {
    const { body } = await editor.sendBody<ImportAnswer>('/api/import?dryRun=true', houseCopy({ headline: 'Only a rehearsal' }))
    expect(body.reports[0]?.outcome).toBe('created')
    const { totalDocs } = await newsroom.payload.count({ collection: 'articles', where: { slug: { equals: 'only-a-rehearsal' } } })
    expect(totalDocs).toBe(0)
  })

  it('reads copy in the encoding that it is in, or is said to be in, and makes no names of what is in doubt (ingest I5)', async () => {
    const send = async (path: string, text: string, encoding: string, type = 'text/plain') => {
      const body = new Blob([new Uint8Array(encodeAs(encoding, text))])
      return (await editor.sendBody<ImportAnswer>(`/api/import?publish=true${path}`, body, { 'Content-Type': type })).body.reports[0]
    }
    const story = houseCopy({ headline: 'Снег и дождь', editors: 'Анна Иванова', body: ['По данным синоптиков, в ближайшие дни в столице ожидаются снег и дождь.'] })
    expect(await send('&name=a.txt', story, 'windows-1251')).toMatchObject({ article: { headline: 'Снег и дождь', status: 'published' }, made: ['authors: Анна Иванова'] })
    expect(await send('&name=b.txt&encoding=koi8-r', story.replace('Снег', 'Град'), 'koi8-r')).toMatchObject({ article: { headline: 'Град и дождь', status: 'published' } })
    expect(await send('&name=c.txt', story.replace('Снег', 'Лёд'), 'koi8-r', 'text/plain; charset=koi8-r')).toMatchObject({ article: { headline: 'Лёд и дождь' } })
    const dos = await send('&name=d.txt', story.replace('Анна', 'Ольга'), 'ibm866')
    expect(dos).toMatchObject({ outcome: 'created', made: [], article: { status: 'draft' } })
    expect(dos?.notes.join('\n')).toMatch(/encoding is not certain[^]*Left out, as their characters may be wrong/)
    const { totalDocs } = await newsroom.payload.count({ collection: 'authors' })
    await send('&name=e.txt', story.replace('Анна', 'Ирина'), 'ibm866')
    expect((await newsroom.payload.count({ collection: 'authors' })).totalDocs).toBe(totalDocs)
  })

  it('refuses a stranger', async () => {
    expect((await reader(newsroom.url).sendBody('/api/import', houseCopy())).status).toBe(401)
  })

  it.each([
    ['an empty request', '/api/import', ''],
    ['a form without a file', '/api/import', new FormData()],
    ['a form whose options are parts of it', '/api/import', withOption()],
    ['an option that does not exist', '/api/import?onConflict=overwrite', houseCopy()],
    ['an encoding that does not exist (ingest I5)', '/api/import?encoding=klingon', houseCopy()],
    ['an option that is neither true nor false', '/api/import?publish=maybe', houseCopy()],
  ])('refuses %s with a reason', async (_, path, content) => {
    const { body, status } = await editor.sendBody<{ errors: { message: string }[] }>(path, content)
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toMatch(/\w+ .*[.:]/)
  })

  it('refuses a form that is none', async () => {
    const { status } = await editor.sendBody('/api/import', 'no form', { 'Content-Type': 'multipart/form-data; boundary=x' })
    expect(status).toBe(400)
  })
})

/** A file, and an option where it is not looked for. */
function withOption(): FormData {
  const form = new FormData()
  form.append('file', new Blob([houseCopy()]), 'a.txt')
  form.append('dryRun', 'true')
  return form
}

describe('records of imports', () => {
  it('are read by people who are signed in, and by nobody else', async () => {
    for (const collection of ['imports', 'import-items']) {
      expect((await editor.get<{ totalDocs: number }>(`/api/${collection}`)).body.totalDocs).toBeGreaterThan(0)
      expect((await reader(newsroom.url).get(`/api/${collection}`)).status).toBe(403)
    }
  })

  it('cannot be written or deleted through the API', async () => {
    const { body } = await editor.get<{ docs: { id: string }[] }>('/api/imports', { limit: 1 })
    const id = body.docs[0]?.id ?? ''
    expect((await editor.send('PATCH', `/api/imports/${id}`, { status: 'running' })).status).toBe(403)
    expect((await editor.send('DELETE', `/api/imports/${id}`)).status).toBe(403)
    expect((await editor.send('POST', '/api/import-items', { file: 'x', outcome: 'created', run: id })).status).toBe(403)
  })
})
