import sharp from 'sharp'
import { aProgram } from '../../helpers/apiClients'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { Written } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Media } from '../../../src/payload-types'
import { hire } from './people'
import type { Colleague } from './people'

/** The word that stands in everything that is not the attacker's to read. */
export const SECRET = 'nachtigall'

/** What there is to attack, and who attacks it. */
export type Ground = {
  newsroom: TestNewsroom
  /** A journalist with a login, and nothing more. */
  mallory: Colleague
  victim: Colleague
  editor: Colleague
  section: string
  /** Articles by what they are to the attacker. */
  articles: Record<'embargoed' | 'mine' | 'others' | 'othersPublic' | 'submitted' | 'underMyByline' | 'withdrawn', string>
  /** Every version there is, of whatever article. */
  versions: string[]
  tag: string
  otherTag: string
  picture: Media
  shareLink: string
  program: { id: string; key: string }
  admin: string
}

export const aPicture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } }).png().toBuffer()

/** A form with a picture, as the admin UI sends one. */
export async function pictureForm(data: object, name: string): Promise<FormData> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'The sea', credit: 'Dateline', ...data }))
  form.set('file', new Blob([new Uint8Array(await aPicture())], { type: 'image/png' }), name)
  return form
}

/** Lays everything out. */
export async function layOut(newsroom: TestNewsroom): Promise<Ground> {
  const { payload } = newsroom
  // The first login is an admin's, whatever is asked.
  const admin = await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  const victim = await hire(newsroom, 'journalist', 'Vic')
  const mallory = await hire(newsroom, 'journalist', 'Mallory')
  const section = (await createSection(editor, 'World')).id
  const by = ({ byline }: Colleague) => [{ author: byline, role: 'reporter' }]
  const complete = (headline: string, who: Colleague) => ({ headline, section, body: aBody('Words.'), bylines: by(who) })
  const secret = { headline: `${SECRET} headline`, standfirst: SECRET, body: aBody(`${SECRET} body`), note: SECRET, meta: { title: SECRET }, bylines: by(victim), section }
  const others = (await draftArticle(victim, secret)).id
  await saveDraft(editor, others, { stage: 'in-review', note: SECRET, source: { kind: 'wire', text: SECRET, provider: SECRET } })
  const othersPublic = (await publishArticle(editor, { ...complete('In print', victim), source: { text: SECRET } })).id
  await saveDraft(victim, othersPublic, { standfirst: SECRET }).catch(() => undefined)
  await saveDraft(editor, othersPublic, { standfirst: SECRET, stage: 'draft', note: SECRET })
  const underMyByline = (await publishArticle(editor, complete('Mine in print', mallory))).id
  await saveDraft(editor, underMyByline, { stage: 'draft', note: 'Shorten it.' })
  const withdrawn = (await publishArticle(editor, complete('Withdrawn', mallory))).id
  await editor.send('PATCH', `/api/articles/${withdrawn}`, { pubStatus: 'canceled', _status: 'published' })
  await saveDraft(editor, withdrawn, { stage: 'draft', note: 'Mend it.' })
  const embargoed = (await publishArticle(editor, { ...complete('Embargoed', mallory), embargoUntil: hoursFromNow(5) })).id
  await saveDraft(editor, embargoed, { stage: 'draft', note: 'Mend it.' })
  const submitted = (await draftArticle(mallory, { ...complete('Submitted', mallory), stage: 'submitted' })).id
  const mine = (await draftArticle(mallory, complete('Mine', mallory))).id
  const tags = await Promise.all(['Peace', 'War'].map((name) => payload.create({ collection: 'tags', data: { name, slug: '', kind: 'subject' } })))
  const { body } = await victim.sendBody<Written<Media>>('/api/media', await pictureForm({}, 'victim.png'))
  const link = await victim.send<Written<{ id: string }>>('POST', '/api/share-links', { article: othersPublic, expiresAt: hoursFromNow(5) })
  const program = await aProgram(newsroom, ['read-drafts'], { name: `${SECRET} program` })
  await payload.create({ collection: 'imports', data: { startedAt: hoursFromNow(-1), status: 'done', via: 'command', options: { SECRET } } })
  await editor.send('POST', `/api/payload-preferences/${SECRET}`, { value: { SECRET } })
  await editor.send('POST', `/api/articles/${submitted}/schedule`, { type: 'publish', at: hoursFromNow(5) })
  await payload.forgotPassword({ collection: 'users', data: { email: (await payload.findByID({ collection: 'users', id: editor.id })).email }, disableEmail: true })
  await payload.db.create({
    collection: 'payload-locked-documents',
    data: { document: { relationTo: 'articles', value: others }, user: { relationTo: 'users', value: victim.id } },
    req: {},
  })
  const versions = await payload.findVersions({ collection: 'articles', depth: 0, pagination: false })
  return {
    newsroom,
    mallory,
    victim,
    editor,
    section,
    articles: { embargoed, mine, others, othersPublic, submitted, underMyByline, withdrawn },
    versions: versions.docs.map(({ id }) => id),
    tag: String(tags[0]?.id),
    otherTag: String(tags[1]?.id),
    picture: body.doc,
    shareLink: link.body.doc.id,
    program,
    admin: admin.id,
  }
}

/** What must not change whatever a journalist does: what readers see, and all that is not the journalist's own. */
export async function untouchable({ articles, mallory, newsroom }: Ground): Promise<unknown> {
  const { payload, url } = newsroom
  const anonymous = reader(url)
  const read = async (path: string) => (await anonymous.get(path)).body
  const all = { depth: 0, overrideAccess: true, pagination: false, showHiddenFields: true, sort: 'id' } as const
  const shown = await payload.find({ ...all, collection: 'articles', trash: true, where: { _status: { equals: 'published' } } })
  const others = await payload.find({ ...all, collection: 'articles', draft: true, trash: true, where: { id: { in: [articles.others, articles.othersPublic, articles.submitted] } } })
  const users = await payload.find({ ...all, collection: 'users' })
  const authors = await payload.find({ ...all, collection: 'authors', where: { id: { not_equals: mallory.byline } } })
  const own = await payload.findByID({ collection: 'authors', id: mallory.byline, depth: 0, overrideAccess: true })
  const media = await payload.find({ ...all, collection: 'media', where: { createdBy: { not_equals: mallory.id } } })
  const links = await payload.find({ ...all, collection: 'share-links', where: { createdBy: { not_equals: mallory.id } } })
  const locks = await payload.find({ ...all, collection: 'payload-locked-documents', where: { 'document.value': { in: [articles.others, articles.othersPublic] } } })
  const preferences = await payload.find({ ...all, collection: 'payload-preferences', where: { 'user.value': { not_equals: mallory.id } } })
  const rest = await Promise.all((['api-clients', 'imports', 'import-items', 'payload-jobs', 'redirects', 'sections', 'tags'] as const).map(async (collection) => (await payload.find({ ...all, collection })).docs))
  return {
    readers: [await read('/api/articles?limit=100&depth=2'), await read('/feeds/feed.json')],
    shown: shown.docs,
    others: others.docs,
    users: users.docs.map(({ author, email, hash, id, name, roles }) => ({ author, email, hash, id, name, roles })),
    authors: authors.docs,
    own: [own.name, own.slug, own.role, own.user],
    rest: [media.docs, links.docs, locks.docs, preferences.docs, ...rest],
  }
}
