/** A list that an editor asks for again and again: its name is one of our words, its query goes into the address. */
export type View = { name: 'all' | 'embargoed' | 'myDrafts' | 'needsEditor'; query: Record<string, string> }

/** The views of the list of articles for somebody: lists, not rules; what they hold is still for the server to say. */
export function articleViews(user: string, now: Date): View[] {
  const isDraft = condition(1, '_status', 'equals', 'draft')
  return [
    { name: 'all', query: {} },
    { name: 'myDrafts', query: { ...condition(0, 'createdBy', 'equals', user), ...isDraft } },
    { name: 'needsEditor', query: { ...condition(0, 'stage', 'equals', 'submitted'), ...isDraft } },
    { name: 'embargoed', query: condition(0, 'embargoUntil', 'greater_than', now.toISOString()) },
  ]
}

/**
 * Which of these views an address is: the one with just its filters, whatever is searched for in them and however they are
 * sorted. That an embargo is counted from another moment does not matter.
 */
export function activeView(views: readonly View[], params: Readonly<Record<string, unknown>>): View['name'] | undefined {
  const asked = filtersOf(params)
  return views.find(({ query }) => {
    const own = filtersOf(query)
    return own.length === asked.length && own.every(([name, value]) => asked.some((each) => each[0] === name && (each[1] === value || name.includes('embargoUntil'))))
  })?.name
}

function filtersOf(params: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(params).filter(([name]) => name.startsWith('where'))
}

/** One condition, where the filters of Payload's lists look for it. */
function condition(index: number, field: string, operator: string, value: string): Record<string, string> {
  return { [`where[or][0][and][${index}][${field}][${operator}]`]: value }
}
