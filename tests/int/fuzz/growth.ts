import { GRAPHQL_LIMITS } from '../../../src/validation/graphqlFault'

/** Who sends a request: nobody in particular, an editor, or a program that may send copy in. */
export type Sender = 'stranger' | 'editor' | 'program'

/** A request as it is sent. */
export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** Something in a request that can be made longer, more or deeper, alone. */
export type Part = {
  name: string
  who: readonly Sender[]
  /** How long, how many or how deep it is made. */
  sizes: readonly number[]
  grow: (size: number, ground: Ground) => Sent
}

/** What is there to be asked for. */
export type Ground = { article: string; author: string; draft: string; section: string; slug: string; tag: string }

const EVERYBODY = ['stranger', 'editor'] as const
const STRANGER = ['stranger'] as const
const EDITOR = ['editor'] as const
const PROGRAM = ['program'] as const

/** An address has at most 12 KiB. */
const IN_ADDRESS = [100, 1_000, 10_000]
const LENGTHS = [100, 10_000, 60_000, 1_000_000]
const COUNTS = [10, 99, 1_000, 30_000]
const DEPTHS = [5, 59, 159, 10_000]

/** Copy of some kilobytes, of a megabyte, and of as much as a request may bring. */
const COPY = [10_000, 1_000_000, 24_000_000]

const many = (count: number, each: (index: number) => string, between = '&') => Array.from({ length: count }, (_, index) => each(index)).join(between)
const wrapped = (depth: number, open: string, inner: string, close: string) => open.repeat(depth) + inner + close.repeat(depth)
/** So many characters made of a text again and again. */
const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

const list = (query: string): Sent => ({ path: `/api/articles?${query}` })
/** The same query, as large as the body of a POST may make it. */
const override = (query: string): Sent => ({ method: 'POST', path: '/api/articles', headers: { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }, body: query })

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

const text = (children: string) => `{"root":{"type":"root","version":1,"direction":null,"format":"","indent":0,"children":[${children}]}}`
const paragraph = (inner: string) => `{"type":"paragraph","version":1,"direction":null,"format":"","indent":0,"children":[${inner}]}`
const words = (given: string) => `{"type":"text","version":1,"text":${JSON.stringify(given)},"format":0,"mode":"normal","style":"","detail":0}`
const LINK = ['{"type":"link","version":3,"direction":null,"format":"","indent":0,"fields":{"linkType":"custom","url":"https://a.example/"},"children":[', ']}'] as const
const LIST = ['{"type":"list","version":1,"direction":null,"format":"","indent":0,"listType":"bullet","start":1,"tag":"ul","children":[{"type":"listitem","version":1,"direction":null,"format":"","indent":0,"value":1,"children":[', ']}]}'] as const

const document = (method: string, path: string, body: string): Sent => ({ method, path, headers: { 'Content-Type': 'application/json' }, body })

const bodies: Part[] = Object.entries<[sizes: readonly number[], body: (size: number, ground: Ground) => string]>({
  'a headline': [[...LENGTHS, 4_100_000], (size) => `{"headline":"${long('ab ', size)}"}`],
  'a headline of every kind of letter': [LENGTHS, (size) => JSON.stringify({ headline: long('é中\u0301ﷺ😀', size) })],
  'a slug': [LENGTHS, (size) => `{"slug":"${long('a-', size)}"}`],
  'a slug to be made': [LENGTHS, (size) => JSON.stringify({ headline: long('- ', size), slug: '' })],
  'a standfirst': [LENGTHS, (size) => `{"standfirst":"${long('a\\n', size)}"}`],
  'the title for searches': [LENGTHS, (size) => `{"meta":{"title":"${long('a', size)}"}}`],
  'a date': [LENGTHS, (size) => `{"publishedAt":"${long('2', size)}"}`],
  'one paragraph': [[...LENGTHS, 4_000_000], (size) => `{"body":${text(paragraph(words(long('ab ', size))))}}`],
  'one paragraph without spaces': [LENGTHS, (size) => `{"body":${text(paragraph(words(long('<a', size))))}}`],
  'one paragraph of Chinese': [[100, 10_000, 1_000_000], (size) => `{"body":${text(paragraph(words(many(size, (index) => String.fromCodePoint(0x4e00 + (index % 20_000)), ''))))}}`],
  'different words': [[100, 10_000, 400_000], (size) => `{"body":${text(paragraph(words(many(size, (index) => index.toString(36), ' '))))}}`],
  paragraphs: [[10, 1_000, 24_000, 50_001], (size) => `{"body":${text(many(size, () => paragraph(words('a')), ','))}}`],
  'bare paragraphs': [[10, 1_000, 49_000], (size) => `{"body":${text(many(size, () => '{"type":"paragraph","children":[]}', ','))}}`],
  'texts in a paragraph': [[10, 1_000, 30_000], (size) => `{"body":${text(paragraph(many(size, () => words('a'), ',')))}}`],
  links: [[10, 1_000, 15_000], (size) => `{"body":${text(paragraph(many(size, () => LINK.join(words('a')), ',')))}}`],
  'links to articles': [[10, 1_000, 15_000], (size, { article }) => `{"body":${text(paragraph(many(size, () => `{"type":"link","version":3,"fields":{"linkType":"internal","doc":{"relationTo":"articles","value":"${article}"}},"children":[]}`, ',')))}}`],
  'links to what is not there': [[10, 1_000, 15_000], (size) => `{"body":${text(paragraph(many(size, () => `{"type":"link","version":3,"fields":{"linkType":"internal","doc":{"relationTo":"articles","value":"${crypto.randomUUID()}"}},"children":[]}`, ',')))}}`],
  'the address of a link': [LENGTHS, (size) => `{"body":${text(paragraph(`{"type":"link","version":3,"fields":{"linkType":"custom","url":"https://${long('a.', size)}"},"children":[]}`))}}`],
  'lists inside each other': [DEPTHS, (size) => `{"body":${text(wrapped(size, LIST[0], words('a'), LIST[1]))}}`],
  'links inside each other': [DEPTHS, (size) => `{"body":${text(paragraph(wrapped(size, LINK[0], words('a'), LINK[1])))}}`],
  'many deep lists': [[10, 100, 400], (size) => `{"body":${text(many(size, () => wrapped(28, LIST[0], words('a'), LIST[1]), ','))}}`],
  blocks: [[10, 1_000, 10_000], (size) => `{"body":${text(many(size, (index) => `{"type":"block","version":2,"format":"","fields":{"id":"b${index}","blockType":"pullQuote","blockName":"","quote":"a"}}`, ','))}}`],
  pictures: [[10, 1_000, 15_000], (size) => `{"body":${text(many(size, () => `{"type":"upload","version":3,"format":"","relationTo":"media","value":"${crypto.randomUUID()}","fields":{}}`, ','))}}`],
  tags: [[10, 1_000, 30_000], (size, { tag }) => JSON.stringify({ tags: Array.from({ length: size }, () => tag) })],
  'tags that are not there': [[10, 1_000, 30_000], (size) => JSON.stringify({ tags: Array.from({ length: size }, () => crypto.randomUUID()) })],
  related: [[10, 1_000, 30_000], (size, { article }) => JSON.stringify({ related: Array.from({ length: size }, () => article) })],
  bylines: [[10, 1_000, 30_000], (size, { author }) => JSON.stringify({ bylines: Array.from({ length: size }, () => ({ author, role: 'reporter' })) })],
  corrections: [[10, 1_000, 30_000], (size) => JSON.stringify({ corrections: Array.from({ length: size }, () => ({ kind: 'update', text: 'a', correctedAt: '2026-01-01T00:00:00.000Z' })) })],
  'unknown fields': [[10, 1_000, 100_000], (size) => `{${many(size, (index) => `"f${index}":1`, ',')}}`],
  'the name of a field': [LENGTHS, (size) => `{"${long('a.', size)}":1}`],
  'keys that come twice': [[10, 1_000, 100_000], (size) => `{${many(size, () => '"headline":"a"', ',')}}`],
  'objects inside each other': [DEPTHS, (size) => `{"meta":${wrapped(size, '{"meta":', '1', '}')}}`],
  'lists of nothing': [DEPTHS, (size) => `{"tags":${wrapped(size, '[', '', ']')}}`],
  'a place': [DEPTHS, (size) => `{"dateline":{"place":${wrapped(size, '[', '', ']')}}}`],
  points: [[2, 1_000, 100_000], (size) => `{"place":[${many(size, () => '1', ',')}]}`],
  'spaces': [LENGTHS, (size) => `{${' '.repeat(size)}}`],
  'what is no JSON': [LENGTHS, (size) => long('{"a":[', size)],
}).flatMap(([name, [sizes, body]]) => [
  { name: `article: ${name}`, who: EVERYBODY, sizes, grow: (size, ground) => document('POST', '/api/articles?draft=true', body(size, ground)) },
  { name: `change: ${name}`, who: EDITOR, sizes, grow: (size, ground) => document('PATCH', `/api/articles/${ground.draft}?draft=true`, body(size, ground)) },
])

const otherBodies: Part[] = [
  { name: 'a tag', who: EDITOR, sizes: LENGTHS, grow: (size) => document('POST', '/api/tags', JSON.stringify({ name: long(`${crypto.randomUUID()} `, size), kind: 'subject' })) },
  { name: 'other names of a tag', who: EDITOR, sizes: [10, 1_000, 30_000], grow: (size) => document('POST', '/api/tags', JSON.stringify({ name: crypto.randomUUID(), kind: 'subject', aliases: Array.from({ length: size }, (_, index) => ({ name: `a${String(index)}`, slug: `a${String(index)}` })), sameAs: Array.from({ length: size }, () => ({ url: 'https://a.example/' })) })) },
  { name: 'a biography', who: EDITOR, sizes: LENGTHS, grow: (size) => document('POST', '/api/authors', JSON.stringify({ name: crypto.randomUUID(), role: 'journalist', bio: long('a ', size) })) },
  { name: 'a bulk change', who: EDITOR, sizes: [1, 99, 1_000], grow: (size) => document('PATCH', `/api/articles?${many(size, (index) => `where[or][${index}][slug][equals]=none${index}`)}`, '{"standfirst":"a"}') },
  { name: 'a preference', who: EDITOR, sizes: [100, 10_000, 250_000], grow: (size) => document('POST', '/api/payload-preferences/growth', JSON.stringify({ value: { a: long('a', size) } })) },
  { name: 'a preference with depth', who: EDITOR, sizes: DEPTHS, grow: (size) => document('POST', '/api/payload-preferences/growth', `{"value":${wrapped(size, '{"a":', '1', '}')}}`) },
  { name: 'a schedule', who: EDITOR, sizes: LENGTHS, grow: (size, { draft }) => document('POST', `/api/articles/${draft}/schedule`, JSON.stringify({ type: 'publish', at: long('2', size) })) },
  { name: 'a merge', who: EDITOR, sizes: LENGTHS, grow: (size, { tag }) => document('POST', `/api/tags/${tag}/merge`, JSON.stringify({ into: long('a', size) })) },
  { name: 'a redirect', who: EDITOR, sizes: LENGTHS, grow: (size) => document('POST', '/api/redirects', JSON.stringify({ from: `/${long('a/', size)}`, to: { type: 'custom', url: '/' } })) },
]

const account = () => `${crypto.randomUUID()}@newsroom.test`
const forms: Part[] = [
  { name: 'login: a password', who: STRANGER, sizes: [100, 10_000, 16_000, 60_000], grow: (size) => document('POST', '/api/users/login', JSON.stringify({ email: account(), password: long('a', size) })) },
  { name: 'login: a password in many forms', who: STRANGER, sizes: [100, 5_000, 16_000], grow: (size) => document('POST', '/api/users/login', JSON.stringify({ email: account(), password: long('ﷺ', size / 3) })) },
  { name: 'login: an address', who: STRANGER, sizes: [100, 10_000, 60_000], grow: (size) => document('POST', '/api/users/login', JSON.stringify({ email: `${long('a.', size)}@a`, password: 'a' })) },
  { name: 'login: a form', who: STRANGER, sizes: [100, 10_000, 60_000], grow: (size) => ({ method: 'POST', path: '/api/users/login', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: many(size / 4, () => 'a=1') }) },
  { name: 'login: depth', who: STRANGER, sizes: [100, 5_000], grow: (size) => document('POST', '/api/users/login', `{"email":${wrapped(size, '[', '', ']')}}`) },
  { name: 'forgot: an address', who: STRANGER, sizes: [100, 10_000, 60_000], grow: (size) => document('POST', '/api/users/forgot-password', JSON.stringify({ email: long('a@', size) })) },
  { name: 'reset: a token', who: STRANGER, sizes: [100, 10_000, 60_000], grow: (size) => document('POST', '/api/users/reset-password', JSON.stringify({ token: long('a', size), password: long('b', size) })) },
  { name: 'form: fields', who: EVERYBODY, sizes: [1, 19, 100, 1_000], grow: (size) => multipart('/api/media', many(size, (index) => part(`f${String(index)}`, 'a'), '')) },
  { name: 'form: files', who: EVERYBODY, sizes: [1, 19, 100, 500], grow: (size) => multipart('/api/media', many(size, (index) => part(`f${String(index)}`, 'a', 'a.png'), '')) },
  { name: 'form: the name of a field', who: EVERYBODY, sizes: LENGTHS, grow: (size) => multipart('/api/media', part(long('a[', size), 'a')) },
  { name: 'form: the name of a file', who: EVERYBODY, sizes: LENGTHS, grow: (size) => multipart('/api/media', part('file', 'a', long('a.', size))) },
  { name: 'form: a document', who: EVERYBODY, sizes: [...LENGTHS, 5_000_000], grow: (size) => multipart('/api/media', part('_payload', JSON.stringify({ alt: long('a', size) }))) },
  { name: 'form: a document with depth', who: EVERYBODY, sizes: DEPTHS, grow: (size) => multipart('/api/media', part('_payload', wrapped(size, '{"a":', '1', '}'))) },
  { name: 'form: headers of a part', who: EVERYBODY, sizes: [10, 1_000, 10_000], grow: (size) => multipart('/api/media', `--b\r\n${many(size, (index) => `X-${String(index)}: a\r\n`, '')}\r\n\r\n`) },
  { name: 'form: dashes', who: EVERYBODY, sizes: [60_000, 1_000_000, 20_000_000], grow: (size) => multipart('/api/media', part('file', long('\r\n-', size), 'a.png')) },
  { name: 'form: a picture of nothing', who: EDITOR, sizes: [1_000, 1_000_000, 20_000_000], grow: (size) => multipart('/api/media', part('_payload', '{"alt":"a","credit":"a"}') + part('file', `\u00ff\u00d8\u00ff\u00e0${long('\u00ff\u00d8\u00ff\u00e1', size)}`, 'a.jpg')) },
]

function part(name: string, value: string, fileName?: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: image/png`}\r\n\r\n${value}\r\n`
}

function multipart(path: string, parts: string): Sent {
  return { method: 'POST', path, headers: { 'Content-Type': 'multipart/form-data; boundary=b' }, body: `${parts}--b--\r\n` }
}

const { aliases, depth, fields, nesting, roots } = GRAPHQL_LIMITS
const asked = (query: string, variables?: string): Sent => ({ method: 'POST', path: '/api/graphql', headers: { 'Content-Type': 'application/json' }, body: `{"query":${JSON.stringify(query)}${variables === undefined ? '' : `,"variables":${variables}`}}` })
const CARD = 'docs { id headline slug section { name } bylines { author { name } } tags { name } }'

const graphql: Part[] = Object.entries<[sizes: readonly number[], query: (size: number, ground: Ground) => Sent]>({
  aliases: [[1, aliases, aliases + 1, 1_500], (size) => asked(`{ Articles { docs { ${many(size, (index) => `a${index}: headline`, ' ')} } } }`)],
  roots: [[1, roots, roots + 1, 1_000], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 10) { totalDocs }`, ' ')} }`)],
  'roots with cards': [[1, 5, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 100) { ${CARD} }`, ' ')} }`)],
  'pages of cards': [[1, 10, 100, 1_000], (size) => asked(`{ Articles(limit: ${size}) { ${CARD} } }`)],
  'roots that search': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 100, where: { search: { like: "th" } }) { totalDocs docs { id headline } }`, ' ')} }`)],
  'roots that count': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: countArticles(where: { headline: { like: "a${index}" } }) { totalDocs }`, ' ')} }`)],
  'roots with conditions': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(where: { OR: [${many(90, (each) => `{ headline: { like: "a${each}" } }`, ', ')}] }) { totalDocs }`, ' ')} }`)],
  'roots with conditions in a variable': [[1, 10, roots], (size) => asked(`query ($w: Article_where) { ${many(size, (index) => `a${index}: Articles(where: $w) { totalDocs }`, ' ')} }`, `{"w":{"OR":[${many(99, (each) => `{"headline":{"like":"a${each}"}}`, ',')}]}}`)],
  'roots with searches in a variable': [[1, 10, roots], (size) => asked(`query ($w: Article_where) { ${many(size, (index) => `a${index}: Articles(where: $w) { totalDocs }`, ' ')} }`, `{"w":{"OR":[${many(99, () => '{"search":{"like":"th"}}', ',')}]}}`)],
  'authors with articles': [[1, 10, 100], (size) => asked(`{ Authors(limit: ${size}) { docs { name articles(limit: 10) { docs { headline } } } } }`)],
  related: [[1, depth - 3, depth, 400], (size) => asked(`{ Articles { docs ${wrapped(size, '{ related ', '{ id }', ' }')} } }`)],
  'related of a page': [[1, depth - 3], (size) => asked(`{ Articles(limit: 100) { docs ${wrapped(size, '{ related ', '{ id }', ' }')} } }`)],
  'fields again and again': [[10, fields, 4_000], (size) => asked(`{ Articles { docs { ${'headline '.repeat(size)} } } }`)],
  'fields again and again with arguments': [[10, 300, 700], (size) => asked(`{ ${'Articles(limit: 1) { docs { id } } '.repeat(size)} }`)],
  'selections that merge': [[10, 100, 490], (size) => asked(`{ Articles { docs { ${'section { name } '.repeat(size)} } } }`)],
  fragments: [[5, 100, 700], (size) => asked(`{ Articles { docs { ...F0 } } } ${many(size, (index) => `fragment F${index} on Article { id ...F${index + 1} }`, ' ')} fragment F${size} on Article { id }`)],
  'fragments twice each': [[5, 20, 400], (size) => asked(`{ Articles { docs { ...F0 } } } ${many(size, (index) => `fragment F${index} on Article { ...F${index + 1} ...F${index + 1} }`, ' ')} fragment F${size} on Article { id }`)],
  'fragments spread again and again': [[10, 1_000, 1_600], (size) => asked(`{ Articles { docs { ${'...F '.repeat(size)} } } } fragment F on Article { id headline }`)],
  'fragments nobody asks for': [[10, 400, 700], (size) => asked(`{ Articles { docs { id } } } ${many(size, (index) => `fragment F${index} on Article { id }`, ' ')}`)],
  'inline fragments': [[10, 800, 1_200], (size) => asked(`{ Articles { docs { ${'... on Article { id } '.repeat(size)} } } }`)],
  'inline fragments inside each other': [[10, 500, 1_200], (size) => asked(`{ Articles { docs { ${wrapped(size, '... on Article { ', 'id', ' }')} } } }`)],
  'inline fragments with fields that merge': [[10, 200, 390], (size) => asked(`{ Articles { docs { ${'... on Article { section { name } } '.repeat(size)} } } }`)],
  directives: [[1, 30, 31, 900], (size) => asked(`{ Articles { docs { id ${'@include(if: true) '.repeat(size)} } } }`)],
  'unknown directives': [[1, 30, 31, 2_000], (size) => asked(`{ Articles { docs { id ${'@a '.repeat(size)} } } }`)],
  operations: [[1, 100, 900], (size) => asked(many(size, (index) => `query Q${index} { __typename }`, ' '))],
  variables: [[1, 100, 1_200], (size) => asked(`query (${many(size, (index) => `$v${index}: Int`, ' ')}) { __typename }`)],
  'a variable with a long text': [LENGTHS, (size) => asked('query ($v: String) { Articles(sort: $v) { totalDocs } }', `{"v":"${long('a,', size)}"}`)],
  'variables nobody asks for': [[10, 10_000, 100_000], (size) => asked('{ Articles { totalDocs } }', `{${many(size, (index) => `"v${index}":1`, ',')}}`)],
  'a variable that is deep': [[10, nesting, 10_000], (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":${wrapped(size, '{"AND":[', '{}', ']}')}}`)],
  'a variable that is wide': [COUNTS, (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":{"OR":[${many(size, (index) => `{"slug":{"equals":"a${index}"}}`, ',')}]}}`)],
  'a variable of unknown fields': [[10, 1_000, 10_000], (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":{${many(size, (index) => `"headlin${index}":1`, ',')}}}`)],
  'variables of the wrong type': [[10, 1_000, 15_000], (size) => asked('query ($v: [Int!]) { Articles(limit: $v) { totalDocs } }', `{"v":[${many(size, () => '"a"', ',')}]}`)],
  'a list in a variable': [[10, 999, 20_000], (size) => asked('query ($v: [String]) { Articles(where: { slug: { in: $v } }) { totalDocs } }', `{"v":[${many(size, (index) => `"a${index}"`, ',')}]}`)],
  'a text': [LENGTHS, (size) => asked(`{ Articles(where: { slug: { equals: "${long('a', size)}" } }) { totalDocs } }`)],
  'a block text': [LENGTHS, (size) => asked(`{ Articles(where: { slug: { equals: """${long(' \n', size)}""" } }) { totalDocs } }`)],
  'a comment': [LENGTHS, (size) => asked(`{ Articles { totalDocs } } #${long('a', size)}`)],
  'what nobody reads': [LENGTHS, (size) => asked(`{ Articles { totalDocs } }${long(' ,\n', size)}`)],
  'a name': [LENGTHS, (size) => asked(`{ ${long('a', size)} }`)],
  'names that nobody knows': [[1, 20, 1_000], (size) => asked(`{ Articles { docs { ${many(size, (index) => `headlinee${index}`, ' ')} } } }`)],
  'arguments that nobody knows': [[1, 100, 1_200], (size) => asked(`{ Articles(${many(size, (index) => `limitt${index}: 1`, ' ')}) { totalDocs } }`)],
  'fields of an object that nobody knows': [[1, 100, 1_200], (size) => asked(`{ Articles(where: { ${many(size, (index) => `headlinee${index}: 1`, ' ')} }) { totalDocs } }`)],
  'types that nobody knows': [[1, 100, 1_200], (size) => asked(`query (${many(size, (index) => `$v${index}: Articlee${index}`, ' ')}) { __typename }`)],
  'fragments on types that nobody knows': [[1, 100, 700], (size) => asked(`{ __typename } ${many(size, (index) => `fragment F${index} on Articlee${index} { id }`, ' ')}`)],
  'a literal list': [[10, 999, 1_200], (size) => asked(`{ Articles(where: { slug: { in: [${many(size, (index) => `"a${index}"`, ' ')}] } }) { totalDocs } }`)],
  'literals inside each other': [[10, nesting, nesting + 1, 1_000], (size) => asked(`{ Articles(where: ${wrapped(size, '{ AND: [', '', '] }')}) { totalDocs } }`)],
  'braces': [[100, 4_000, 60_000], (size) => asked('{'.repeat(size))],
  'introspection': [[1, 10], (size) => asked(`{ __schema { types { ${'fields { type { name } } '.repeat(size)} } } }`)],
  'what is no JSON': [LENGTHS, (size) => ({ ...asked('{ __typename }'), body: long('[', size) })],
  'access': [[1, 10, 20], (size) => asked(`{ ${many(size, (index) => `a${index}: Access { canAccessAdmin }`, ' ')} }`)],
  'access to everything': [[1], () => asked('{ Access { articles { create { permission } fields { headline { read { permission } } } } } }')],
  'a mutation': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: createTag(data: { name: "a${index}", kind: subject }) { id }`, ' ')} }`)],
  'logins': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: loginUser(email: "${account()}", password: "a") { token }`, ' ')} }`)],
  'forgotten passwords': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: forgotPasswordUser(email: "${account()}")`, ' ')} }`)],
}).map(([name, [sizes, grow]]) => ({ name: `graphql: ${name}`, who: EVERYBODY, sizes, grow }))

const inAddress: Part[] = [
  { name: 'graphql in an address: fields', who: STRANGER, sizes: [10, 1_000], grow: (size) => ({ path: `/api/graphql?query=${encodeURIComponent(`{ Articles { docs { ${'id '.repeat(size)} } } }`)}` }) },
  { name: 'graphql in an address: variables', who: STRANGER, sizes: [10, 1_000, 5_000], grow: (size) => ({ path: `/api/graphql?query={__typename}&variables=${encodeURIComponent(wrapped(size, '[', '', ']'))}` }) },
]

const xml = (version: string, items: string) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A</title>${version}${items}</channel></rss>`
const feedItem = (inner: string) => `<item><title>A</title><guid>${crypto.randomUUID()}</guid>${inner}</item>`
const WXR = '<wp:wxr_version>1.2</wp:wxr_version>'
const post = (content: string) => `<item><title>A</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded></item>`
const ninjs = (more: Record<string, unknown>) => JSON.stringify({ uri: `urn:${crypto.randomUUID()}`, type: 'text', headlines: [{ value: 'A' }], standard: { name: 'ninjs', version: '3.0' }, ...more })
const html = (value: string) => ninjs({ bodies: [{ role: 'main', contentType: 'text/html', value }] })
const markdown = (body: string) => `---\ntitle: A\n---\n${body}`
const house = (parts: Partial<Record<'headline' | 'published' | 'editors' | 'section' | 'dateline' | 'body', string>>) =>
  [parts.headline ?? 'A', `Published: ${parts.published ?? '18 October 2023'}`, 'A lead.', `EDITED BY| ${parts.editors ?? 'A'}`, parts.section ?? 'Politic section - CJ journalist', parts.dateline ?? 'Pyongyang - - 18 October 2023', parts.body ?? 'Ministers met.'].join('\n')

const MARKUP = { 'links that break off': '[a](<b', emphasis: '*a_', 'emphasis that is strong': '**a__ ', brackets: '[', 'brackets that close': '[a]', 'pictures in pictures': '![', 'code': '`a``', angles: '<a ', 'comments': '<!-- ', 'entities': '&#x41;&a', quotes: '> ', 'list marks': '- ', 'numbers': '1. a\n', 'tables': '|a|b\n|-|-\n', 'footnotes': '[^a] [^a]: b\n\n', 'definitions': '[a]: b\n', 'paragraphs': 'a\n\n', lines: 'a\n', 'hard breaks': 'a  \n', backslashes: '\\', tildes: '~~a~', 'headings': '# a\n', rules: '---\n', 'addresses': 'www.a.b/( ', mail: 'a@b.c ', words: 'word ' }
const TAGS = { paragraphs: '<p>a</p>', 'paragraphs that do not end': '<p>', 'lists inside each other': '<ul><li>', quotes: '<blockquote>', emphasis: '<b><i>', links: '<a href="https://a.example/">a</a>', 'links that do not end': '<a href=b>', attributes: '<p a=b c=d ', 'one tag': '<p a="', comments: '<!--', entities: '&amp;&lt', 'tables': '<table><tr><td>a', pictures: '<img src="https://a.example/a.png">', figures: '<figure><img src=a.png><figcaption>a', 'ends of tags': '</p></b>', 'angles': '<', breaks: '<br>', 'unknown tags': '<x-y>', words: 'word ', 'spaces': '<p> \n\u00a0', scripts: '<script>', shortcodes: '[caption id="a"]', 'shortcodes that break off': '[a b="', 'blocks': '<!-- wp:paragraph {"a":1} -->a<!-- /wp:paragraph -->' }

const copy = (name: string, content: (size: number) => string): Part => ({
  name: `import: ${name}`,
  who: PROGRAM,
  sizes: COPY,
  grow: (size) => ({ method: 'POST', path: '/api/import', headers: { 'Content-Type': 'application/octet-stream' }, body: content(size) }),
})

const imports: Part[] = [
  ...Object.entries(MARKUP).map(([name, unit]) => copy(`Markdown, ${name}`, (size) => markdown(long(unit, size)))),
  copy('Markdown, quotes inside each other', (size) => markdown(many(size / 400, () => `${'> '.repeat(190)}a`, '\n\n'))),
  copy('Markdown, lists inside each other', (size) => markdown(many(Math.sqrt(size), (index) => `${'  '.repeat(index)}- a`, '\n'))),
  ...Object.entries({ 'a list': 'tags: [a, ', 'lists inside each other': 'a: [[[[', maps: '{a: ', anchors: '&a ', 'keys': 'a', 'texts': '"\\', 'folded': 'a: >\n  ', questions: '? ', dashes: '- ', 'comments': '# a\n', tags: '!!a ', 'colons': 'a: b: ' }).map(([name, unit]) => copy(`YAML, ${name}`, (size) => `---\ntitle: A\n${long(unit, size)}\n---\nA`)),
  copy('YAML, many keys', (size) => `---\n${many(size / 10, (index) => `key${index}: 1`, '\n')}\n---\nA`),
  copy('YAML, many tags', (size) => `---\ntitle: A\ntags:\n${many(size / 10, (index) => `  - t${index}`, '\n')}\n---\nA`),
  copy('YAML, aliases', (size) => `---\na0: &a0 [1]\n${many(Math.min(size / 30, 3_000), (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`, '\n')}\n---\nA`),
  ...Object.entries({ 'a list': 'tags = ["a" "a" ', 'lists inside each other': '[[[[', tables: '[a.b]\n', 'dotted keys': 'a.', 'texts': '"', 'long texts': '"""', 'tables inline': '{a=', 'comments': '# a\n', 'dates': '2020-01-01', 'numbers': '1_' }).map(([name, unit]) => copy(`TOML, ${name}`, (size) => `+++\ntitle = "A"\na = ${long(unit, size)}\n+++\nA`)),
  copy('TOML, many keys', (size) => `+++\n${many(size / 10, (index) => `key${index} = 1`, '\n')}\n+++\nA`),
  copy('TOML, many tables', (size) => `+++\n${many(size / 12, (index) => `[[a]]\nb = ${index}`, '\n')}\n+++\nA`),
  copy('TOML, deep keys', (size) => `+++\n${many(size / 200, (index) => `k${index}.${'a.'.repeat(90)}b = 1`, '\n')}\n+++\nA`),
  ...Object.entries(TAGS).map(([name, unit]) => copy(`HTML in ninjs, ${name}`, (size) => html(long(unit, size)))),
  ...Object.entries(TAGS).map(([name, unit]) => copy(`HTML in RSS, ${name}`, (size) => xml('', feedItem(`<content:encoded><![CDATA[${long(unit, size)}]]></content:encoded>`)))),
  ...Object.entries(TAGS).map(([name, unit]) => copy(`HTML in WXR, ${name}`, (size) => xml(WXR, post(long(unit, size))))),
  copy('RSS, items', (size) => xml('', many(size / 80, () => feedItem(''), ''))),
  copy('RSS, an author', (size) => xml('', feedItem(`<author>${long('@(', size)}</author>`))),
  copy('RSS, authors', (size) => xml('', feedItem(many(size / 30, (index) => `<dc:creator>Ann ${index}</dc:creator>`, '')))),
  copy('RSS, categories', (size) => xml('', feedItem(many(size / 30, (index) => `<category>c${index}</category>`, '')))),
  copy('RSS, a title', (size) => xml('', `<item><title>${long('a ', size)}</title></item>`)),
  copy('RSS, a date', (size) => xml('', feedItem(`<pubDate>${long('Mon, 1 ', size)}</pubDate>`))),
  copy('RSS, elements inside each other', (size) => xml('', feedItem(long('<a>', size)))),
  copy('RSS, namespaces', (size) => xml('', feedItem(many(size / 30, (index) => `<a xmlns:n${index}="b">`, '')))),
  copy('RSS, attributes', (size) => xml('', feedItem(`<a ${many(size / 10, (index) => `b${index}="c"`, ' ')}/>`))),
  copy('RSS, a tag that does not end', (size) => xml('', `<item ${long('a', size)}`)),
  copy('RSS, entities', (size) => xml('', feedItem(`<description>${long('&amp;&#65;', size)}</description>`))),
  copy('RSS, unknown entities', (size) => xml('', feedItem(`<description>${long('&nope;', size)}</description>`))),
  copy('RSS, CDATA', (size) => xml('', feedItem(`<description>${long('<![CDATA[a]]>', size)}</description>`))),
  copy('RSS, declarations', (size) => `<!DOCTYPE rss [${long('<!ENTITY a "b">', size)}]>${xml('', feedItem(''))}`),
  copy('RSS, comments', (size) => xml('', feedItem(long('<!-- a -->', size)))),
  copy('Atom, entries', (size) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>${many(size / 80, (index) => `<entry><id>urn:${index}</id><title>A ${index}</title></entry>`, '')}</feed>`),
  copy('Atom, XHTML inside each other', (size) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${wrapped(size / 11, '<div>', 'a', '</div>')}</div></content></entry></feed>`),
  copy('Atom, links', (size) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title>${long('<link href="https://a.example/"/>', size)}</entry></feed>`),
  copy('WXR, posts', (size) => xml(WXR, many(size / 300, () => post('a'), ''))),
  copy('WXR, terms', (size) => xml(`${WXR}${many(size / 100, (index) => `<wp:category><wp:category_nicename>c${index}</wp:category_nicename><wp:cat_name>C${index}</wp:cat_name><wp:category_parent>c${index - 1}</wp:category_parent></wp:category>`, '')}`, post('a'))),
  copy('ninjs, lists inside each other', (size) => `{"uri":"urn:a","headline":${long('[', size)}`),
  copy('ninjs, subjects', (size) => ninjs({ subjects: Array.from({ length: Math.ceil(size / 40) }, (_, index) => ({ name: `S ${String(index)}`, uri: `urn:s${String(index)}` })) })),
  copy('ninjs, by', (size) => ninjs({ by: long('Ann and ', size) })),
  copy('ninjs, people', (size) => ninjs({ people: Array.from({ length: Math.ceil(size / 20) }, (_, index) => ({ name: `P ${String(index)}` })) })),
  copy('ninjs, unknown properties', (size) => `{"uri":"urn:a","headlines":[{"value":"A"}],${many(size / 12, (index) => `"p${index}":[{}]`, ',')}}`),
  copy('ninjs, lines', (size) => many(size / 150, () => ninjs({}), '\n')),
  copy('ninjs, a list', (size) => `[${many(size / 150, () => ninjs({}), ',')}]`),
  copy('ninjs, plain text', (size) => ninjs({ bodies: [{ contentType: 'text/plain', value: long('a\n', size) }] })),
  copy('house copy, a headline', (size) => house({ headline: long('a ', size) })),
  copy('house copy, paragraphs', (size) => house({ body: long('word\n', size) })),
  copy('house copy, one paragraph', (size) => house({ body: long('word ', size) })),
  copy('house copy, editors', (size) => house({ editors: long('ANN, ', size) })),
  copy('house copy, a date', (size) => house({ published: long('18 October ', size) })),
  copy('house copy, a section', (size) => house({ section: long('section - ', size) })),
  copy('house copy, a dateline', (size) => house({ dateline: long('- - ', size) })),
  copy('house copy, headers', (size) => house({ body: long('EDITED BY| A\n', size) })),
  copy('house copy, empty lines', (size) => house({ body: long(' \n', size) })),
  copy('copy in no format', (size) => long('a\u0001', size)),
  copy('copy in an unknown encoding', (size) => long('\u00e9\u00ff\u0080', size)),
  { name: 'import: a form', who: PROGRAM, sizes: [10, 1_000, 20_000], grow: (size) => multipart('/api/import', many(size, (index) => part(`f${String(index)}`, house({ headline: `Story ${String(index)}` }), 'a.txt'), '')) },
]

/** Everything that grows. */
export const PARTS: readonly Part[] = [...queries, ...elsewhere, ...headers, ...moreHeaders, ...bodies, ...otherBodies, ...forms, ...graphql, ...inAddress, ...imports]
