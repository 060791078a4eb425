import { hoursFromNow } from '../../../helpers/articles'
import { begin, WORDS } from './ground'
import type { Ground, Story } from './ground'

/** Every state an article can be in, as far as readers or the desk tell them apart. */
export const STATES = ['draft', 'ready', 'scheduled', 'embargoed', 'future', 'published', 'edited', 'ending', 'changing', 'unpublished', 'withheld', 'withdrawn', 'trashed draft', 'trashed', 'locked'] as const
export type State = (typeof STATES)[number]

/** What readers who ask for it by its id or slug are answered. */
export function statusIn(state: State): number {
  if (state === 'withdrawn') return 410
  return SHOWN.includes(state) ? 200 : 404
}
const SHOWN: readonly State[] = ['published', 'edited', 'ending', 'changing', 'locked']

const DRAFTS: readonly State[] = ['draft', 'ready', 'scheduled', 'trashed draft']

/** How an article that was begun, as a draft or in print, comes into its state. */
const STEPS: Record<State, readonly ((ground: Ground, story: Story) => Promise<unknown>)[]> = {
  draft: [],
  ready: [stored({ stage: 'ready' })],
  scheduled: [stored({ stage: 'ready' }), scheduled('publish')],
  embargoed: [stored({ embargoUntil: hoursFromNow(5), note: 'Wait.' })],
  future: [stored({ publishedAt: hoursFromNow(5) })],
  published: [],
  edited: [drafted],
  ending: [scheduled('unpublish')],
  changing: [drafted, scheduled('publish')],
  unpublished: [({ editor }, { id }) => editor.send('POST', `/api/articles/${id}/unpublish`)],
  withheld: [stored({ pubStatus: 'withheld' })],
  withdrawn: [({ editor }, { id }) => editor.send('POST', `/api/articles/${id}/withdraw`, { notice: 'It was wrong.' })],
  'trashed draft': [trashed],
  trashed: [trashed],
  locked: [({ payload, colleague }, { id }) => payload.db.create({ collection: 'payload-locked-documents', data: { document: { relationTo: 'articles', value: id }, user: { relationTo: 'users', value: colleague.id } }, req: {} })],
}

export async function storyIn(state: State, by: Parameters<typeof begin>[1], ground: Ground): Promise<Story> {
  const story = await begin(ground, by, !DRAFTS.includes(state))
  for (const step of STEPS[state]) await step(ground, story)
  return story
}

/** A change that is made to the article as it stands. */
function stored(data: object) {
  return async ({ payload }: Ground, { id }: Story) => {
    const { _status } = await payload.findByID({ collection: 'articles', id, depth: 0, draft: true })
    return payload.update({ collection: 'articles', id, depth: 0, data: { ...data, _status: _status ?? 'draft' }, draft: _status === 'draft' })
  }
}

function drafted({ payload }: Ground, { id }: Story): Promise<unknown> {
  return payload.update({ collection: 'articles', id, depth: 0, data: { standfirst: WORDS.pending, _status: 'draft' }, draft: true })
}

function scheduled(type: string) {
  return ({ editor }: Ground, { id }: Story) => editor.send('POST', `/api/articles/${id}/schedule`, { type, at: hoursFromNow(2) })
}

function trashed({ editor }: Ground, { id }: Story): Promise<unknown> {
  return editor.send('PATCH', `/api/articles/${id}`, { deletedAt: hoursFromNow(0) })
}

/** Whose article a write is tried on: its name begins with that. */
export function originOf(write: string): Parameters<typeof begin>[1] {
  return (['agency', 'its own names'] as const).find((each) => write.startsWith(each)) ?? 'desk'
}
