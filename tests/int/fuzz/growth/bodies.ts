import { account, DEPTHS, EDITOR, EVERYBODY, LENGTHS, long, many, multipart, part, STRANGER, wrapped } from './parts'
import type { Ground, Part, Sent } from './parts'

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

/** What grows in the bodies of writes and in forms. */
export const WRITES: readonly Part[] = [...bodies, ...otherBodies, ...forms]
