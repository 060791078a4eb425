import { describe, expect, it } from 'vitest'
import { htmlToLexical } from '../../../../src/ingest/lexical'
import { paragraphsOf } from '../../../../src/articles/plainText'

const body = (html: string) => htmlToLexical(html).document.root.children
const lines = (html: string) => paragraphsOf(htmlToLexical(html).document)

describe('HTML', () => {
  it('keeps headings, marks, links, lists, quotes and line breaks', () => {
    expect(body('<h1>A</h1><h5>B</h5><p>a <b>b<i>c</i></b><br>d &amp; &eacute;</p>')).toMatchObject([
      { type: 'heading', tag: 'h2' },
      { type: 'heading', tag: 'h3' },
      { type: 'paragraph', children: [{ text: 'a ' }, { text: 'b', format: 1 }, { text: 'c', format: 3 }, { type: 'linebreak' }, { text: 'd & é', format: 0 }] },
    ])
    expect(body('<ol start=4><li>a<ul><li>b</ul><li>c</ol>')).toMatchObject([
      { tag: 'ol', start: 4, children: [{ value: 4, indent: 0 }, { value: 5, children: [{ tag: 'ul', children: [{ indent: 1 }] }] }, { value: 5 }] },
    ])
    expect(body('<blockquote><p>a</p><p>b</p></blockquote>')).toMatchObject([{ type: 'quote', children: [{ text: 'a' }, { type: 'linebreak' }, { type: 'linebreak' }, { text: 'b' }] }])
    expect(body('<a href="https://a.example/x" target="_blank">w</a>')).toMatchObject([
      { children: [{ type: 'link', version: 3, fields: { linkType: 'custom', url: 'https://a.example/x', newTab: true } }] },
    ])
  })

  it.each([
    '<script>alert(1)</script>', '<style>p{}</style>', '<svg onload=alert(1)><script>alert(1)</script></svg>', '<p onclick="alert(1)">x</p>',
    '<a href="javascript:alert(1)">x</a>', '<a href=" java\nscript:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>', '<a href="data:text/html,alert(1)">x</a>',
    '<a href="vbscript:alert(1)">x</a>', '<iframe src="javascript:alert(1)"></iframe>', '<iframe src="http://a.example/alert(1)"></iframe>', '<template>alert(1)</template>',
    '<img src=x onerror=alert(1)>', '<math><mi//xlink:href="data:x,alert(1)">', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<object data="alert(1)"></object>',
  ])('never lets through %s', (html) => {
    expect(JSON.stringify(htmlToLexical(html).document)).not.toContain('alert(1)')
  })

  it('names what it leaves out', () => {
    const { notes } = htmlToLexical('<figure><img src="https://a.example/1.jpg" alt="Quay"><figcaption>At <b>noon</b></figcaption></figure><video src="v.mp4"></video><!-- secret --><u>x</u><a href="/rel">y</a><p title="')
    expect(notes).toEqual([
      'A picture was left out, since no file is fetched: https://a.example/1.jpg ("Quay"), captioned "At noon"',
      '<video> from v.mp4 was left out',
      'An HTML comment was left out: secret',
      'The formatting <u> was taken off; its words stay.',
      'A link was taken off its words, since its address cannot be linked to: /rel',
      'The HTML breaks off inside a tag: its last 10 characters were left out.',
    ])
  })

  it('makes embeds of frames and of other sites’ posts', () => {
    expect(body('<iframe src="//video.example/1"></iframe>')).toMatchObject([{ type: 'block', fields: { blockType: 'embed', url: 'https://video.example/1' } }])
    expect(body('<blockquote class="twitter-tweet"><p>Hi <a href="https://t.co/x">t</a></p>&mdash; Ann <a href="https://twitter.com/a/status/1">April</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>')).toMatchObject([
      { fields: { url: 'https://twitter.com/a/status/1', caption: 'Hi t — Ann April' } },
    ])
    expect(body('<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://video.example/2\n</div><figcaption>Film</figcaption></figure>')).toMatchObject([
      { fields: { url: 'https://video.example/2', caption: 'Film' } },
    ])
  })

  it.each([
    ['<figure class="embed"><a href="https://v.example/1">Watch the film</a><p>Shot in May.</p><figcaption>Film</figcaption></figure>', ['Watch the film', 'Shot in May.']],
    ['<figure class="embed"><p>Before.</p><iframe src="https://v.example/1"></iframe></figure>', ['Before.']],
    ['<figure class="embed"><a href="https://v.example/1"><strong>v.example</strong> v.example/1</a></figure>', []],
    ['<figure class="embed"><a href="https://v.example/1">https://v.example/1</a></figure>', []],
  ])('keeps the words around an embed that are not its name: %s', (html, words) => {
    expect(body(html)).toMatchObject([{ fields: { url: 'https://v.example/1' } }, ...words.map((text) => ({ type: 'paragraph', children: [{ text }] }))])
  })

  it('says which links a caption or a pull quote has lost', () => {
    for (const html of ['<figure class="pull-quote"><p>As <a href="https://a.example/x">Ann</a> says</p></figure>', '<figure><iframe src="https://v.example/1"></iframe><figcaption>By <a href="https://a.example/x">Ann</a></figcaption></figure>']) {
      expect(htmlToLexical(html).notes).toEqual([expect.stringMatching(/^A link was taken off its words.*https:\/\/a\.example\/x$/)])
    }
  })

  it('reads unknown and unclosed elements as their words', () => {
    expect(lines('<x-y>a <font color=red>b</font></x-y> c<div>d<p>e<p>f</b></i>')).toEqual(['a b c', 'd', 'e', 'f'])
    expect(lines('a < b and <3 &zzz; &')).toEqual(['a < b and <3 &zzz; &'])
  })

  it('keeps the blanks of preformatted text, and collapses all others', () => {
    expect(lines('<pre>a\n  b</pre> <p> c \n d </p>')).toEqual(['a\n  b', 'c d'])
  })

  it.each(['<b>', '<ul><li>', '<blockquote>', '<a href="https://a.example/">x', '<figure><figcaption>', '<table><tr><td>', '<div class="pullquote">', '<!--', '</b>', '<h2>'])('is read in linear time however often %s is nested', (tag) => {
    const html = `${tag.repeat(50_000)}word`
    const start = performance.now()
    htmlToLexical(html)
    expect(performance.now() - start).toBeLessThan((html.length / 1024) * 10)
  })
})
