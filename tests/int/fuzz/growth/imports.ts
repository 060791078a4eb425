import { COPY, long, many, multipart, part, PROGRAM, wrapped } from './parts'
import type { Part } from './parts'

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

/** What grows in copy that comes in. */
export const IMPORTS: readonly Part[] = [
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
