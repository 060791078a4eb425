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

/** One condition, where the filters of Payload's lists look for it. */
function condition(index: number, field: string, operator: string, value: string): Record<string, string> {
  return { [`where[or][0][and][${index}][${field}][${operator}]`]: value }
}
