/** The prefixes by which the readers know the elements of a namespace, whatever prefix a file gives it. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/Atom$/, 'atom'],
  [/^http:\/\/www\.w3\.org\/2007\/app$/, 'app'],
  [/^http:\/\/purl\.org\/atompub\/tombstones\/1\.0$/, 'at'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/$/, ''],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, 'media'],
  [/^https?:\/\/wordpress\.org\/export\/\d[\d.]*\/excerpt\/$/, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/\d[\d.]*\/$/, 'wp'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf'],
]

/** Prefixes that hold in a part of the document, and the known prefixes that they stand for. */
export type Scope = ReadonlyMap<string, string>

/** The scope inside an element with these attributes (Namespaces in XML 1.0). */
export function scopeWithin(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let inner: Map<string, string> | undefined
  for (const [key, value] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    inner ??= new Map(scope)
    const known = PREFIXES.find(([uri]) => uri.test(value))?.[1]
    const prefix = key.slice('xmlns:'.length)
    if (known === undefined) inner.delete(prefix)
    else inner.set(prefix, known)
  }
  return inner ?? scope
}

/** Names that have a capital letter in feeds. */
const CAPITALS: ReadonlyMap<string, string> = new Map([['pubdate', 'pubDate'], ['rdf:rdf', 'rdf:RDF']])

/**
 * The name with the known prefix of its namespace; as it is where the namespace is none of those. A name that begins with a
 * capital letter, such as ITEM, is read in small letters.
 */
export function knownName(label: string, scope: Scope): string {
  const colon = label.indexOf(':')
  const prefix = colon < 0 ? '' : label.slice(0, colon)
  const known = scope.get(prefix) ?? prefix
  const local = label.slice(colon + 1)
  const name = known === '' ? local : `${known}:${local}`
  return /^\p{Lu}/u.test(local) ? (CAPITALS.get(name.toLowerCase()) ?? name.toLowerCase()) : name
}
