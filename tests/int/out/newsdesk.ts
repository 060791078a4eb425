import type { Client } from '../../helpers/client'
import { aBody, createAuthor, createSection, createTag, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { TestNewsroom } from '../../helpers/newsroom'

/** Stands in every text that readers may not see. */
export const CANARY = 'Xanadu'

/** The states of an article that no reader sees; a withdrawn one is announced, without its text. */
export const HIDDEN = ['draft', 'future', 'embargoed', 'withheld', 'trashed', 'canceledBeforeItsTime'] as const

export type Newsdesk = {
  editor: Client
  open: { id: string; slug: string }
  withdrawn: { id: string; slug: string }
  hidden: Record<(typeof HIDDEN)[number], { id: string; slug: string }>
}

/** One public article, which relates to one in each other state; all stand in one section with one tag and author. */
export async function fillNewsroom(newsroom: TestNewsroom): Promise<Newsdesk> {
  const editor = await signIn(newsroom, 'editor')
  const shared = {
    section: (await createSection(editor, 'World')).id,
    tags: [(await createTag(editor, 'Peace')).id],
    bylines: [{ author: (await createAuthor(editor, { name: 'Ann Ames', email: `${CANARY}@newsroom.test` })).id, role: 'reporter' }],
    source: { kind: 'wire', provider: CANARY, text: CANARY },
  }
  const secret = { ...shared, headline: `${CANARY} story`, standfirst: CANARY, body: aBody(CANARY) }
  const trashed = await publishArticle(editor, secret)
  const hidden = {
    draft: await draftArticle(editor, secret),
    future: await publishArticle(editor, { ...secret, publishedAt: hoursFromNow(1) }),
    embargoed: await publishArticle(editor, { ...secret, embargoUntil: hoursFromNow(1) }),
    withheld: await publishArticle(editor, { ...secret, pubStatus: 'withheld' }),
    trashed,
    canceledBeforeItsTime: await publishArticle(editor, { ...secret, embargoUntil: hoursFromNow(1), pubStatus: 'canceled' }),
  }
  const withdrawn = await publishArticle(editor, { ...secret, headline: 'A story taken back', publishedAt: hoursFromNow(-3) })
  await republish(editor, withdrawn.id, { pubStatus: 'canceled' })
  const open = await publishArticle(editor, {
    ...shared,
    headline: 'The open story <now> & then',
    standfirst: 'What everybody may read.',
    body: aBody('The first words.', 'The last words.'),
    publishedAt: hoursFromNow(-1),
    related: Object.values(hidden).map(({ id }) => id),
  })
  // A story in the trash cannot be related any more, but one that is related can be thrown away.
  await editor.send('PATCH', `/api/articles/${trashed.id}`, { deletedAt: new Date().toISOString(), _status: 'published' })
  await saveDraft(editor, open.id, { headline: `${CANARY} to come` })
  return { editor, open, withdrawn, hidden }
}
