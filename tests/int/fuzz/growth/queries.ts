import { COUNTS, EDITOR, EVERYBODY, IN_ADDRESS, list, long, many, override, STRANGER, wrapped } from './parts'
import type { Ground, Part } from './parts'

const queries: Part[] = Object.entries<[sizes: readonly number[], query: (size: number, ground: Ground) => string]>({
  'a value': [IN_ADDRESS, (size) => `where[slug][equals]=${long('ab', size)}`],
  'a like of one word': [IN_ADDRESS, (size) => `where[headline][like]=${long('ab', size)}`],
  'a like of many words': [COUNTS, (size) => `where[headline][like]=${many(size, () => 'a', '+')}`],
  'a like of many different words': [COUNTS, (size) => `where[headline][like]=${many(size, (index) => `w${index}`, '+')}`],
  'a like of wildcards': [IN_ADDRESS, (size) => `where[headline][like]=${long('%25a_', size)}`],
  'a contains': [IN_ADDRESS, (size) => `where[standfirst][contains]=${long('a%25', size)}`],
  'contains again and again': [COUNTS, (size) => many(size, (index) => `where[and][${index}][standfirst][contains]=%25a%25b${index}%25c`)],
  'a search of many words': [COUNTS, (size) => `where[search][like]=${many(size, (index) => `w${index}`, '+')}`],
  'a search of short words': [[2, 10, 60], (size) => `where[search][like]=${many(size, (index) => String.fromCharCode(97 + (index % 26)) + String.fromCharCode(97 + Math.floor(index / 26)), '+')}`],
  'a search in pairs': [[10, 100, 300], (size) => `where[search][like]=${encodeURIComponent(many(size, (index) => String.fromCodePoint(0x4e00 + index), ''))}`],
  'searches joined by or': [COUNTS, (size) => many(size, () => 'where[or][0][search][like]=word').replaceAll('[0]', () => `[${String(next())}]`)],
  'searches for common words joined by or': [COUNTS, (size) => many(size, (index) => `where[or][${index}][search][like]=${['t', 'th', 'a', 's', 'mi', 'in', 'p'][index % 7] ?? 't'}`)],
  'searches joined by and': [COUNTS, (size) => many(size, (index) => `where[and][${index}][search][like]=${['t', 'th', 'a', 's', 'mi', 'in', 'p'][index % 7] ?? 't'}h+m`)],
  'searches of sixty words each': [COUNTS, (size) => many(size, (index) => `where[or][${index}][search][like]=${many(60, (word) => `${String.fromCharCode(97 + (word % 26))}${word}`, '+')}`)],
  'drafts searched': [COUNTS, (size) => `draft=true&${many(size, (index) => `where[or][${index}][search][like]=th`)}`],
  'conditions joined by or': [COUNTS, (size) => many(size, (index) => `where[or][${index}][headline][like]=a${index}`)],
  'conditions joined by and': [COUNTS, (size) => many(size, (index) => `where[and][${index}][headline][not_equals]=a${index}`)],
  'conditions on different fields': [COUNTS, (size) => many(size, (index) => `where[or][${index}][${['wordCount', 'standfirst', 'language', 'dateline.place', 'source.provider', 'corrections.text', 'events.note', 'meta.title'][index % 8] ?? 'slug'}][exists]=true`)],
  'conditions on tags joined by or': [COUNTS, (size, { tag }) => many(size, (index) => `where[or][${index}][tags][in]=${tag}`)],
  'conditions on tags joined by and': [COUNTS, (size, { tag }) => many(size, (index) => `where[and][${index}][tags][not_in]=${tag}x${index}`)],
  'conditions through a relation': [[1, 19, 20, 21, 1_000], (size) => many(size, (index) => `where[and][${index}][section.slug][not_equals]=a${index}`)],
  'conditions through tags': [[1, 19, 20, 21, 1_000], (size) => many(size, (index) => `where[or][${index}][tags.slug][like]=a${index}`)],
  'conditions through bylines': [[1, 19, 20, 21, 1_000], (size) => many(size, (index) => `where[or][${index}][bylines.author.name][like]=a${index}`)],
  'conditions through different relations': [[1, 19, 20, 21, 1_000], (size) => many(size, (index) => `where[or][${index}][${['bylines.author.name', 'tags.slug', 'section.name', 'related.headline', 'heroImage.alt', 'bylines.author.slug', 'corrections.text'][index % 7] ?? 'slug'}][like]=a${index}`)],
  'and inside each other': [[1, 8, 9, 100, 1_000], (size) => `where${'[and][0]'.repeat(size)}[slug][equals]=a`],
  'brackets inside each other': [[1, 9, 100, 1_500], (size) => `where${'[a]'.repeat(size)}=1`],
  'a list of values': [[10, 999, 1_001, 60_000], (size) => `where[slug][in]=${many(size, (index) => `a${index}`, ',')}`],
  'a list of values not to have': [[10, 999, 1_001, 60_000], (size) => `where[tags][not_in]=${many(size, (index) => `a${index}`, ',')}`],
  'a list in parameters': [[10, 990, 1_001], (size) => many(size, (index) => `where[id][in][${index}]=a${index}`)],
  'the name of a field': [IN_ADDRESS, (size) => `where[${long('a', size)}][equals]=1`],
  'the name of a field in parts': [IN_ADDRESS, (size) => `where[${long('a.', size)}b][equals]=1`],
  operators: [[5, 100, 1_000], (size) => many(size, (index) => `where[slug][o${index}]=1`)],
  depth: [[1, 5, 10, 1_000_000_000], (size) => `depth=${size}`],
  'depth of a page': [[1, 10, 100], (size) => `depth=10&limit=${size}`],
  page: [[1, 1_000, 1_000_000_000, 1e15], (size) => `page=${size}`],
  limit: [[1, 100, 1_000_000_000, 1e15], (size) => `limit=${size}`],
  'long digits': [IN_ADDRESS, (size) => `limit=${long('9', size)}`],
  sort: [[1, 10, 11, 3_000], (size) => `sort=${many(size, (index) => ['headline', '-publishedAt', 'slug', 'wordCount', '-createdAt'][index % 5] ?? 'id', ',')}`],
  'the name of a sort': [IN_ADDRESS, (size) => `sort=${long('a.', size)}`],
  'sort and depth together': [[1, 10], (size) => `limit=100&depth=${size}&sort=standfirst,-headline`],
  select: [[1, 100, 990, 1_001], (size) => many(size, (index) => `select[f${index}]=true`)],
  'select inside each other': [[1, 9, 100, 1_000], (size) => `select${'[body]'.repeat(size)}=true`],
  populate: [[1, 100, 990, 1_001], (size) => many(size, (index) => `populate[articles][f${index}]=true`)],
  'populate of everything': [[1, 3, 10], (size) => `depth=${size}&limit=100&populate[authors][name]=true&populate[articles][related]=true&populate[articles][body]=true&populate[tags][articles]=true`],
  joins: [[1, 100, 990, 1_001], (size) => many(size, (index) => `joins[events][where][or][${index}][note][like]=a${index}`)],
  cursors: [IN_ADDRESS, (size) => `after=${Buffer.from(long('[', size)).toString('base64url').slice(0, size)}`],
  parameters: [[10, 999, 1_001, 30_000], (size) => many(size, (index) => `a${index}=1`)],
  ampersands: [[100, 10_000, 60_000], (size) => '&'.repeat(size)],
  'percent signs': [[100, 10_000, 60_000], (size) => long('%25%E0', size)],
  'brackets that do not close': [[100, 400, 10_000, 60_000], (size) => `where${'['.repeat(size)}=1`],
}).flatMap(([name, [sizes, query]]) => [
  { name: `query: ${name}`, who: EVERYBODY, sizes: sizes.filter((size) => size <= 10_000 || size >= 1e9), grow: (size, ground) => list(query(size, ground)) },
  // What an address has no room for, the body of a POST has.
  { name: `form: ${name}`, who: EVERYBODY, sizes, grow: (size, ground) => override(query(size, ground)) },
])

let turn = 0
function next(): number {
  turn = (turn + 1) % 1_000
  return turn
}

const elsewhere: Part[] = [
  { name: 'authors with their articles', who: EVERYBODY, sizes: [1, 5, 10], grow: (size) => ({ path: `/api/authors?depth=${size}&limit=100&joins[articles][limit]=100` }) },
  { name: 'sections with their articles', who: EVERYBODY, sizes: [1, 10, 100], grow: (size) => ({ path: `/api/sections?depth=3&limit=100&joins[articles][limit]=${size}` }) },
  { name: 'tags with their articles', who: EVERYBODY, sizes: [1, 10, 100], grow: (size) => ({ path: `/api/tags?depth=3&limit=100&joins[articles][limit]=${size}` }) },
  { name: 'authors searched', who: EVERYBODY, sizes: COUNTS, grow: (size) => ({ path: `/api/authors?${many(size, (index) => `where[or][${index}][search][like]=a`)}` }) },
  { name: 'a count', who: EVERYBODY, sizes: COUNTS, grow: (size) => ({ path: `/api/articles/count?${many(size, (index) => `where[or][${index}][search][like]=th`)}` }) },
  { name: 'versions', who: EDITOR, sizes: COUNTS, grow: (size) => ({ path: `/api/articles/versions?${many(size, (index) => `where[or][${index}][version.headline][like]=th${index}`)}` }) },
  { name: 'versions by depth', who: EDITOR, sizes: [1, 10], grow: (size) => ({ path: `/api/articles/versions?limit=100&depth=${size}` }) },
  { name: 'a search of the site', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/search?q=${long('ab+', size)}` }) },
  { name: 'a search of the site, many words', who: STRANGER, sizes: [10, 60, 1_000], grow: (size) => ({ path: `/search?q=${many(size, (index) => String.fromCharCode(97 + (index % 26)), '+')}` }) },
  { name: 'a page of the site', who: STRANGER, sizes: [1, 100, 1_000_000_000], grow: (size) => ({ path: `/?page=${size}` }) },
  { name: 'a path', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/articles/${long('a', size)}` }) },
  { name: 'a path in parts', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/${long('a/', size)}` }) },
  { name: 'a path of dots', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/api/${long('%2e%2e/', size)}` }) },
  { name: 'a slug', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/api/articles/by-slug/${long('a-', size)}` }) },
  { name: 'an id', who: EVERYBODY, sizes: IN_ADDRESS, grow: (size) => ({ path: `/api/articles/${long('a', size)}` }) },
  { name: 'a feed', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/feeds/sections/${long('a', size)}/rss.xml` }) },
  { name: 'a parameter of a feed', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/feeds/rss.xml?x=${long('a', size)}` }) },
  { name: 'feeds', who: STRANGER, sizes: [1], grow: () => ({ path: '/feeds/rss.xml' }) },
  { name: 'feeds of all texts', who: STRANGER, sizes: [1], grow: () => ({ path: '/feeds/feed.json' }) },
  { name: 'a sitemap', who: STRANGER, sizes: [1, 1_000, 1_000_000_000], grow: (size) => ({ path: `/sitemaps/articles-${size}.xml` }) },
  { name: 'a share link', who: STRANGER, sizes: IN_ADDRESS, grow: (size) => ({ path: `/share/${long('a', size)}` }) },
  { name: 'the desk', who: EDITOR, sizes: [1, 100, 3_000], grow: (size) => ({ path: `/api/desk?section=${many(size, (index) => `s${index}`, ',')}` }) },
  { name: 'ninjs', who: STRANGER, sizes: [1], grow: (_, { article }) => ({ path: `/api/articles/${article}/ninjs` }) },
]

const headers: Part[] = Object.entries({
  Accept: 'a/b;q=0.5,',
  'Accept-Encoding': 'gzip;q=0.1,',
  'Accept-Language': 'de-DE;q=0.5,',
  Authorization: 'JWT e30.',
  'Cache-Control': 'max-age=0,',
  Cookie: 'payload-token=a.b; ',
  Forwarded: 'for=[::1]:1,',
  'If-Modified-Since': 'Mon, ',
  'If-None-Match': 'W/"a", ',
  Origin: 'https://a.',
  Range: 'bytes=0-1,',
  Referer: 'http://a/',
  'User-Agent': '(a(',
  'X-Forwarded-For': '::1, ',
  'X-Request-Id': 'a.',
}).flatMap(([name, text]) => [
  { name: `header: ${name}`, who: STRANGER, sizes: [100, 1_000, 15_000], grow: (size) => ({ path: '/api/articles', headers: { [name]: long(text, size).trim() } }) },
])

const moreHeaders: Part[] = [
  { name: 'headers: many', who: STRANGER, sizes: [10, 100, 900], grow: (size) => ({ path: '/api/articles', headers: Object.fromEntries(Array.from({ length: size }, (_, index) => [`x-${String(index)}`, '1'])) }) },
  { name: 'header: Authorization with a key', who: STRANGER, sizes: [100, 1_000, 15_000], grow: (size) => ({ path: '/api/articles', headers: { Authorization: `api-clients API-Key ${long('a', size)}` } }) },
  { name: 'header: a token with depth', who: STRANGER, sizes: [10, 1_000, 5_000], grow: (size) => ({ path: '/api/articles', headers: { Authorization: `JWT ${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from(wrapped(size, '[', '', ']')).toString('base64url').slice(0, 14_000)}.a` } }) },
  { name: 'header: cookies', who: STRANGER, sizes: [10, 100, 1_000], grow: (size) => ({ path: '/api/articles', headers: { Cookie: many(size, (index) => `c${index}=1`, '; ') } }) },
  { name: 'header: Content-Type', who: EVERYBODY, sizes: [100, 1_000, 14_000], grow: (size) => ({ method: 'POST', path: '/api/media', headers: { 'Content-Type': `multipart/form-data; ${long('a="b"; ', size)}` }, body: 'x' }) },
  { name: 'header: a boundary', who: EVERYBODY, sizes: [10, 70, 14_000], grow: (size) => ({ method: 'POST', path: '/api/media', headers: { 'Content-Type': `multipart/form-data; boundary=${long('-', size)}` }, body: long('-\r\n-', 60_000) }) },
]

/** What grows in addresses, queries and headers. */
export const READS: readonly Part[] = [...queries, ...elsewhere, ...headers, ...moreHeaders]
