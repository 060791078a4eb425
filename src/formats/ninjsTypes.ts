/** What this newsroom uses of ninjs 3.1 (IPTC, http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json). Dates are ISO 8601. */
export type Ninjs = {
  uri: string
  standard: { name: 'ninjs'; version: '3.1'; schema: string }
  type: 'picture' | 'text'
  representationType: 'full' | 'partial'
  profile?: string
  version?: string
  firstCreated?: string
  versionCreated?: string
  contentCreated?: string
  embargoedUntil?: string
  pubStatus: 'canceled' | 'usable' | 'withheld'
  usageTerms?: string
  edNote?: string
  language?: string
  by?: string
  slugline?: string
  located?: string
  headlines?: NinjsText[]
  descriptions?: NinjsText[]
  bodies?: (NinjsText & { charCount?: number; wordCount?: number })[]
  people?: NinjsConcept[]
  organisations?: NinjsConcept[]
  places?: NinjsConcept[]
  events?: NinjsConcept[]
  subjects?: NinjsConcept[]
  infoSources?: NinjsInfoSource[]
  altIds?: { role: string; value: string }[]
  renditions?: NinjsRendition[]
  associations?: NinjsAssociation[]
}

export type NinjsText = { role: string; contentType: 'text/html' | 'text/plain'; value: string }

/** A person, organisation, place, event or subject; `uri` from a vocabulary, `literal` our slug. */
export type NinjsConcept = { name: string; rel: string; uri?: string; literal?: string }

type NinjsInfoSource = { name: string; role: string; uri?: string; literal?: string }

export type NinjsRendition = {
  name: string
  href: string
  contentType?: string
  width?: number
  height?: number
  sizeInBytes?: number
  poi?: { x: number; y: number }
}

export type NinjsAssociation = Omit<Ninjs, 'associations' | 'standard'> & { name: string; rel: string }

export const NINJS_STANDARD: Ninjs['standard'] = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
}
