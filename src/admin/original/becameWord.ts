import type { WordKey } from '../../i18n/admin/useWords'

/** What an account calls a field of the article, by the name that the form has for it. */
const NAMES: Readonly<Record<string, WordKey>> = {
  'body': 'name:body',
  'bylines': 'name:bylines',
  'corrections': 'name:corrections',
  'dateline': 'name:dateline',
  'dateline.date': 'name:date',
  'dateline.place': 'name:place',
  'embargoUntil': 'name:embargoUntil',
  'guid': 'name:idAtSource',
  'headline': 'name:headline',
  'heroImage': 'name:heroImage',
  'language': 'name:language',
  'meta.description': 'name:description',
  'meta.title': 'name:title',
  'publishedAt': 'name:published',
  'pubStatus': 'name:pubStatus',
  'section': 'name:section',
  'slug': 'name:slug',
  'source.provider': 'name:provider',
  'standfirst': 'name:standfirst',
  'status': 'name:status',
  'tags': 'name:tags',
  'updatedAt': 'name:updated',
}

/** What a line of the original became, in words; a field without a name of its own as the account calls it. */
export function becameWord(field: string, t: (key: WordKey) => string): string {
  const name = NAMES[field]
  return name === undefined ? field : t(name)
}
