import type { Where } from 'payload'
import { publicArticleWhere } from './publicArticle'
import type { VisibilityKind } from './visibility'

/** The columns of the desk, in the order of the work. */
export const COLUMNS = ['draft', 'submitted', 'in-review', 'ready', 'scheduled', 'published', 'withheld', 'withdrawn'] as const

export type Column = (typeof COLUMNS)[number]

/** The column of an article whose newest version is the published one. */
export const COLUMN_OF = {
  draft: 'draft',
  embargoed: 'scheduled',
  future: 'scheduled',
  public: 'published',
  scheduled: 'scheduled',
  trashed: 'draft',
  unpublished: 'draft',
  withdrawn: 'withdrawn',
  withheld: 'withheld',
} as const satisfies Record<VisibilityKind, Column>

type Moment = {
  now: Date
  /** When the day began, in the time zone of the person who looks. */
  today: Date
  /** Articles that wait to be published by themselves. */
  waiting: readonly string[]
}

/** Which articles stand in a column of the desk, by their newest version: each in one column at most. */
export function columnWhere(column: Column, { now, today, waiting }: Moment): Where {
  const moment = now.toISOString()
  if (column === 'published') {
    const since = { greater_than_equal: today.toISOString() }
    return { and: [publicArticleWhere(now), { or: [{ publishedAt: since }, { embargoUntil: since }] }] }
  }
  if (column === 'withheld' || column === 'withdrawn') {
    const pubStatus = column === 'withheld' ? 'withheld' : 'canceled'
    return { and: [{ _status: { equals: 'published' } }, { pubStatus: { equals: pubStatus } }] }
  }
  if (column === 'scheduled') {
    const later = { greater_than: moment }
    const willShow: Where = {
      and: [
        { _status: { equals: 'published' } },
        { pubStatus: { equals: 'usable' } },
        { or: [{ publishedAt: later }, { embargoUntil: later }] },
      ],
    }
    return waiting.length > 0 ? { or: [willShow, among(waiting)] } : willShow
  }
  const inHand: Where = { and: [{ stage: { equals: column } }, { _status: { equals: 'draft' } }] }
  return waiting.length > 0 ? { and: [inHand, { id: { not_in: [...waiting] } }] } : inHand
}

function among(waiting: readonly string[]): Where {
  return { and: [{ id: { in: [...waiting] } }, { _status: { equals: 'draft' } }] }
}

/** How the cards of a column are sorted: what changed last first; what comes next first among what is scheduled. */
export function columnSort(column: Column): string {
  return column === 'scheduled' ? 'publishedAt' : column === 'published' ? '-publishedAt' : '-updatedAt'
}
