import type { JSONField } from 'payload'
import { nobodyField } from '../access/nobody'
import { personOf } from '../access/person'
import { named } from '../i18n/labels'
import { currentOptions } from '../options/current'
import { SEARCH_FIELD } from '../articles/search/question'

/**
 * What a search is asked of, `where[search][like]=peace talks`, and how the database finds the document then, which is
 * nobody's business: it can be asked about by everybody, or where search is turned off by people at work alone, and is shown to nobody.
 *
 * @param searched what the box above a list says that it searches
 */
export function searchField(searched: 'name' | 'searchedFor' = 'searchedFor'): JSONField {
  return {
    name: SEARCH_FIELD,
    type: 'json',
    index: true,
    label: named(searched),
    access: { create: nobodyField, read: ({ doc, req }) => doc === undefined && (currentOptions().search !== false || personOf(req) !== undefined), update: nobodyField },
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
  }
}
