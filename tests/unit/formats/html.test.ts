import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { toHtml, toPlainText } from '../../../src/formats/html'
import { anyBody } from './arbitraryBody'
import { clientArticle, lexical, options, paragraph, PARAGRAPHS, photograph, words } from './clientArticle'

const html = (...nodes: unknown[]) => toHtml({ body: lexical(...nodes) }, options)
const link = (fields: unknown) => html(paragraph({ type: 'link', fields, children: [words('here')] }))

describe('the HTML of a text', () => {
  it('has one paragraph a line for the client’s article, its quotation marks escaped', () => {
    const [first = ''] = toHtml(clientArticle(), options).split('\n')
    expect(first).toBe(`<p>${(PARAGRAPHS[0] ?? '').replaceAll("'", '&#39;')}</p>`)
    expect(toPlainText(clientArticle())).toBe(PARAGRAPHS.join('\n'))
  })

  it('has headings, quotations, bold and italic', () => {
    expect(
      html(
        { type: 'heading', tag: 'h2', children: [words('A')] },
        { type: 'heading', tag: 'h3', children: [words('B')] },
      ),
    ).toBe('<h2>A</h2>\n<h3>B</h3>')
    expect(html({ type: 'quote', children: [words('So', 1), words(' it'), words(' is', 3)] })).toBe(
      '<blockquote><p><strong>So</strong> it<strong><em> is</em></strong></p></blockquote>',
    )
  })

  it('keeps a level-one heading for the headline', () => {
    expect(html({ type: 'heading', tag: 'h1', children: [words('A')] })).toBe('<h2>A</h2>')
  })

  it('puts a nested list into the item above it', () => {
    const nested = {
      type: 'list',
      listType: 'number',
      start: 3,
      children: [{ type: 'listitem', children: [words('b')] }],
    }
    const items = [
      { type: 'listitem', children: [words('a')] },
      { type: 'listitem', children: [nested] },
    ]
    expect(html({ type: 'list', listType: 'bullet', children: items })).toBe(
      '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>',
    )
  })

  it('shows a picture with its words, and leaves out one that came as an id', () => {
    expect(
      html(
        { type: 'upload', relationTo: 'media', value: photograph },
        { type: 'upload', relationTo: 'media', value: 'id' },
      ),
    ).toBe(
      '<figure class="picture"><img src="https://news.example/api/media/file/two%20men.jpg" alt="Two men shake hands" width="1600" height="900" ' +
        'srcset="https://news.example/api/media/file/two-320.jpg 320w, https://news.example/api/media/file/two%20men.jpg 1600w" sizes="auto, 100vw" loading="lazy">' +
        '<figcaption>The two met in &quot;Pyongyang&quot; &amp; talked <small class="credit">KCNA</small></figcaption></figure>',
    )
  })

  it('shows pull quotes, and embeds as links', () => {
    const block = (fields: unknown) => ({ type: 'block', fields })
    expect(html(block({ blockType: 'pullQuote', quote: 'First\npriority', attribution: 'Kim' }))).toBe(
      '<figure class="pull-quote"><blockquote><p>First<br>priority</p></blockquote><figcaption>Kim</figcaption></figure>',
    )
    expect(html(block({ blockType: 'embed', url: 'https://video.example/1?a=b&c=d', caption: null }))).toBe(
      '<figure class="embed"><a href="https://video.example/1?a=b&amp;c=d"><strong>video.example</strong> video.example/1?a=b&amp;c=d</a></figure>',
    )
    expect(html(block({ blockType: 'embed', url: 'javascript:alert(1)' }))).toBe('')
  })

  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'Vimeo', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://www.youtube.com/watch?v="><script>', 'YouTube', undefined],
    ['https://www.youtube.com/@newsroom', 'YouTube', undefined],
    ['https://x.com/news/status/1', 'X', undefined],
    ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', 'youtube.com.evil.example', undefined],
    ['https://constructor/x', 'constructor', undefined],
  ])('names the site of an embed, and plays it where a page may: %s (editor F28)', (url, site, player) => {
    const node = { type: 'block', fields: { blockType: 'embed', url, caption: 'A speech' } }
    expect(html(node)).toContain(`<strong>${site}</strong>`)
    expect(html(node)).not.toContain('iframe')
    const page = toHtml({ body: { root: { children: [node] } } } as never, { ...options, playLabel: (name) => `Play (${name})` })
    expect([...page.matchAll(/<summary>Play \(([^)]*)\)<\/summary><iframe src="([^"]*)"/g)].map((match) => match.slice(1))).toEqual(player === undefined ? [] : [[site, player]])
    expect(page).not.toContain('<script')
  })

  it('keeps the words of nodes it does not know', () => {
    expect(
      html({
        type: 'table',
        children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [words('cell')] }] }],
      }),
    ).toBe('<p>cell</p>')
  })
})

describe('a link', () => {
  it('leads where the editor says', () => {
    expect(link({ linkType: 'custom', url: 'https://example.com', newTab: true })).toBe(
      '<p><a href="https://example.com">here</a></p>',
    )
    expect(link({ linkType: 'custom', url: '/about' })).toBe('<p><a href="https://news.example/about">here</a></p>')
    expect(link({ linkType: 'custom', url: 'mailto:desk@news.example' })).toBe(
      '<p><a href="mailto:desk@news.example">here</a></p>',
    )
  })

  it('leads to the page of an article', () => {
    const doc = { relationTo: 'articles', value: { id: '1', slug: '북한', headline: 'H' } }
    expect(link({ linkType: 'internal', doc })).toBe(
      '<p><a href="https://news.example/articles/%EB%B6%81%ED%95%9C">here</a></p>',
    )
  })

  it.each([
    { linkType: 'internal', doc: { relationTo: 'articles', value: clientArticle({ _status: 'draft' }) } },
    { linkType: 'internal', doc: { relationTo: 'articles', value: 'an-id' } },
    { linkType: 'custom', url: 'javascript:alert(1)' },
    { linkType: 'custom', url: ' \u0001JaVa\tScript:alert(1)' },
    { linkType: 'custom', url: 'data:text/html,<script>alert(1)</script>' },
    { linkType: 'custom', url: 'vbscript:x' },
    { linkType: 'custom', url: '' },
    null,
  ])('is only its words when it leads nowhere safe (case %#)', (fields) => {
    expect(link(fields)).toBe('<p>here</p>')
  })
})

const ELEMENTS = new Set(
  'a blockquote br code em figcaption figure h2 h3 img li ol p s small strong sub sup u ul'.split(' '),
)
const ATTRIBUTES = new Set(['alt', 'class', 'height', 'href', 'src', 'start', 'width', 'loading', 'sizes', 'srcset'])

describe('the HTML of any text', () => {
  it('holds nothing but what docs/formats.md lists, and links to nothing but the web and mail', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const elements = DomUtils.getElementsByTagName('*', parseDocument(toHtml({ body }, options)), true)
        const attributes = elements.flatMap(({ attribs }) => Object.entries(attribs))
        const addresses = attributes.filter(([name]) => ['href', 'src', 'srcset'].includes(name)).map(([, value]) => value)
        expect(elements.filter(({ name }) => !ELEMENTS.has(name))).toEqual([])
        expect(attributes.filter(([name]) => !ATTRIBUTES.has(name))).toEqual([])
        expect(addresses.filter((address) => !/^(https?|mailto):/i.test(address))).toEqual([])
      }),
    )
  })

  it('is made of a text nested a thousand deep without losing its words', () => {
    const deep = Array.from({ length: 1000 }).reduce<unknown>(
      (child) => ({ type: 'box', children: [child] }),
      paragraph(words('deep')),
    )
    const list = Array.from({ length: 1000 }).reduce<unknown>(
      (child) => ({ type: 'list', children: [{ type: 'listitem', children: [child] }] }),
      words('below'),
    )
    expect(html(deep)).toBe('<p>deep</p>')
    expect(html(list)).toContain('below')
  })
})
