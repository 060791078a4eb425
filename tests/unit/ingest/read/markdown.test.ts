import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../../src/ingest/read'
import { firstError, onlyItem, went, words } from './help'

const one = (text: string) => onlyItem([readMarkdown(text)])

const OURS = `---
uri: tag:a.example,2025:articles/1
headline: "Ferry: safe"
slug: ferry-safe
standfirst: All safe.
language: en
draft: false
pubStatus: withheld
publishedAt: 2024-04-05T09:00:00.000Z
embargoUntil: 2024-04-06T09:00:00.000Z
section:
  name: Sea
  slug: sea
tags:
  - name: Bo Cy
    slug: bo-cy
    kind: person
bylines:
  - name: CJ journalist
    slug: cj-journalist
    role: reporter
  - name: HUXIANA
    slug: huxiana
    role: editor
dateline:
  place: Pyongyang
  date: 2023-10-18T00:00:00.000Z
  text: Pyongyang - - October,18,2023
corrections:
  - kind: clarification
    correctedAt: 2024-04-06T09:00:00.000Z
    text: Forty.
heroImage:
  uri: tag:a.example,2025:media/1
  url: https://a.example/q.jpg
  alt: The quay
meta:
  title: Ferry
---

One **bold** [link](https://a.example/x).

<figure class="pull-quote"><blockquote><p>Said.</p></blockquote><figcaption>Ann</figcaption></figure>

<figure class="embed"><a href="https://v.example/1">https://v.example/1</a><figcaption>Film</figcaption></figure>
`

describe('Markdown of our own export', () => {
  it('comes back whole', () => {
    const result = one(OURS)
    expect(result.item).toMatchObject({
      guid: 'tag:a.example,2025:articles/1',
      headline: 'Ferry: safe',
      slug: 'ferry-safe',
      standfirst: 'All safe.',
      status: 'published',
      pubStatus: 'withheld',
      publishedAt: '2024-04-05T09:00:00.000Z',
      embargoUntil: '2024-04-06T09:00:00.000Z',
      section: { name: 'Sea', slug: 'sea' },
      tags: [{ name: 'Bo Cy', slug: 'bo-cy', kind: 'person' }],
      bylines: [{ name: 'CJ journalist', slug: 'cj-journalist', role: 'reporter' }, { name: 'HUXIANA', slug: 'huxiana', role: 'editor' }],
      dateline: { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z', text: 'Pyongyang - - October,18,2023' },
      corrections: [{ kind: 'clarification', correctedAt: '2024-04-06T09:00:00.000Z', text: 'Forty.' }],
      heroImage: { url: 'https://a.example/q.jpg', alt: 'The quay' },
      meta: { title: 'Ferry' },
    })
    expect(result.item.body.root.children).toMatchObject([
      { type: 'paragraph' },
      { type: 'block', fields: { blockType: 'pullQuote', quote: 'Said.', attribution: 'Ann' } },
      { type: 'block', fields: { blockType: 'embed', url: 'https://v.example/1', caption: 'Film' } },
    ])
    expect(result.notes).toEqual([])
  })

  it('accounts for each line, the field of each value by name', () => {
    const result = one(OURS)
    expect(went(result, 'line 1')).toBe('left-out: it marks the front matter')
    expect(went(result, 'line 3: headline')).toBe('headline')
    expect(went(result, 'lines 14-15: tags[0].name')).toBe('tags.name')
    expect(went(result, 'lines 33-34: heroImage.uri')).toBe('left-out: an article has no field for it')
    expect(went(result, 'line 41')).toBe('body')
  })
})

describe('Markdown of Hugo, Jekyll and Astro', () => {
  it('is read by the names they use', () => {
    const { item } = one('---\ntitle: T\npubDate: "2024-04-05"\ndraft: true\ndescription: D\ntags: [a, b]\ncategories:\n  - News\n  - Sea\nauthor: Ann Lee and Bo Cy\nlang: en_GB\nimage: /img/a.png\n---\nText\n')
    expect(item).toMatchObject({
      headline: 'T',
      publishedAt: '2024-04-05T00:00:00.000Z',
      status: 'draft',
      standfirst: 'D',
      section: { name: 'News' },
      tags: [{ name: 'Sea' }, { name: 'a' }, { name: 'b' }],
      bylines: [{ name: 'Ann Lee' }, { name: 'Bo Cy' }],
      language: 'en-GB',
    })
    expect(item.heroImage).toBeUndefined()
  })

  it('takes its first level-one heading for a headline that is missing', () => {
    const result = one('# The **head**\n\nText\n\n# Second')
    expect(result.item.headline).toBe('The head')
    expect(words(result)).toEqual(['Text', 'Second'])
    expect(went(result, 'line 1')).toBe('headline')
  })

  it('does not print a heading twice that repeats the headline', () => {
    expect(words(one('---\ntitle: T\n---\n# T\n\nText'))).toEqual(['Text'])
  })

  it.each([
    ['TOML', '+++\ntitle = "T"\n[taxonomies]\ntags = ["storm", "ferry"]\ncategories = ["Sea", "News"]\nauthors = ["Ann Lee"]\nseries = ["Gales"]\n+++\nText'],
    ['YAML', '---\ntitle: T\n\ntaxonomies:\n  tags: [storm, ferry]\n  categories: [Sea, News]\n  authors: [Ann Lee]\n  series: [Gales]\n---\nText'],
  ])('may keep its terms as Zola does: in %s', (_, text) => {
    const result = one(text)
    expect(result.item).toMatchObject({ section: { name: 'Sea' }, tags: [{ name: 'News' }, { name: 'storm' }, { name: 'ferry' }], bylines: [{ name: 'Ann Lee', role: 'reporter' }] })
    expect(result.account.filter(({ at, to }) => to === 'left-out' && at.includes('taxonomies')).map(({ at }) => at.replace(/.*: /, ''))).toEqual(['taxonomies.series'])
  })

  it('may have plain TOML', () => {
    const { item } = one('+++\ntitle = "A \\"b\\""\ndate = 2024-04-05T09:00:00Z\ndraft = true\ntags = ["x", \'y\']\n+++\nText')
    expect(item).toMatchObject({ headline: 'A "b"', status: 'draft', tags: [{ name: 'x' }, { name: 'y' }], publishedAt: '2024-04-05T09:00:00.000Z' })
  })

  it.each([
    ['+++\ntitle = "x"\n[params\n+++\n', 3, /not TOML/],
    ['---\ntitle: x\n', 1, /does not end/],
    ['---\na: 1\ntitle: [x\n---\n', 3, /not YAML/],
    ['---\na: 1\na: 2\n---\n', 2, /stands twice/],
    ['---\ntitle: x\ndate: 03/04/2023\n---\n', 3, /may mean/],
    ['---\n- x\n---\n', 2, /key: value/],
    [`---\na: ${'['.repeat(10_000)}\n---\n`, 2, /more than 40 deep/],
    ['---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n', 2, /cannot be read/],
  ])('is refused with its line when the front matter is bad (%#)', (text, line, message) => {
    const error = firstError(readMarkdown(text))
    expect(error.line).toBe(line)
    expect(error.message).toMatch(message)
  })
})

describe('the text', () => {
  it('keeps what the editor has nodes for', () => {
    const { item, notes } = one('## Two\n\n- a\n  - b\n- c\n\n3. x\n\n> q\n> r\n\n<b>html</b> <script>no()</script> ![p](https://a.example/p.png)\n\n| a | b |\n|---|---|\n| c | d |\n\nfoot[^1]\n\n[^1]: note')
    expect(item.body.root.children).toMatchObject([
      { type: 'heading', tag: 'h2' },
      { type: 'list', tag: 'ul', children: [{ value: 1 }, { children: [{ type: 'list' }] }, { value: 2 }] },
      { type: 'list', tag: 'ol', start: 3, children: [{ value: 3 }] },
      { type: 'quote', children: [{ text: 'q r' }] },
      { type: 'paragraph', children: [{ text: 'html', format: 1 }] },
      { type: 'paragraph', children: [{ text: 'a\tb' }] },
      { type: 'paragraph', children: [{ text: 'c\td' }] },
      { type: 'paragraph', children: [{ text: 'foot[1]' }] },
      { type: 'paragraph', children: [{ text: '[1] note' }] },
    ])
    expect(notes.join('\n')).toMatch(/<script> was left out[\s\S]*https:\/\/a\.example\/p\.png/)
  })

  it('is one list though it is long, and keeps all of its words', () => {
    const items = Array.from({ length: 600 }, (_, index) => `item number ${String(index)}`)
    const result = one(items.map((item) => `- ${item}`).join('\n'))
    expect(result.item.body.root.children).toHaveLength(1)
    expect(words(result)).toEqual(items)
  })

  it('resolves references across a long text', () => {
    const result = one(`[far][ref]\n\n${'A paragraph of words.\n\n'.repeat(500)}[ref]: https://a.example/far\n`)
    expect(JSON.stringify(result.item.body.root.children[0])).toContain('https://a.example/far')
    expect(words(result)).toHaveLength(501)
  })

  it('keeps code and comments whole when it is cut', () => {
    const code = 'line of code\n\n'.repeat(600)
    const result = one(`Before\n\n\`\`\`\n${code}\`\`\`\n\nAfter\n\n<!-- ${code} -->\n\nEnd`)
    expect(result.item.body.root.children).toHaveLength(4)
  })
})

describe('a long table', () => {
  it('keeps each row as a line, its cells parted by tabs', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`row ${String(index)}`, 'of a long table', 'x'])
    const result = one(`| a | b | c |\n|---|---|---|\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\nAfter`)
    expect(words(result)).toEqual(['a\tb\tc', ...rows.map((cells) => cells.join('\t')), 'After'])
  })
})
