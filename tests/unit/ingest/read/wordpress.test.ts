import { describe, expect, it } from 'vitest'
import { readBody } from '../../../../src/formats/body'
import { isItem, onlyItem, words, xmlResults } from './help'

const cdata = (text: string) => `<![CDATA[${text}]]>`
const meta = (key: string, value: string) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`
const CATEGORIES = [
  '<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>news</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>News</wp:cat_name></wp:category>',
  '<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>sea</wp:category_nicename><wp:category_parent>news</wp:category_parent><wp:cat_name>Sea</wp:cat_name><wp:category_description>Ships and tides.</wp:category_description></wp:category>',
  '<wp:category><wp:term_id>8</wp:term_id><wp:category_nicename>a</wp:category_nicename><wp:category_parent>a</wp:category_parent><wp:cat_name>A</wp:cat_name></wp:category>',
].join('')
const TERMS = '<category domain="category" nicename="news">News</category><category domain="category" nicename="sea">Sea</category>'

async function post(body: string, more = '', before = '') {
  const item = `<item><title>Ferry</title><dc:creator>ann</dc:creator><content:encoded>${cdata(body)}</content:encoded><wp:post_id>7</wp:post_id><wp:status>publish</wp:status>${more}</item>`
  const results = await xmlResults(
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title>${CATEGORIES}${before}${item}</channel></rss>`,
  )
  return onlyItem(results.filter((result) => !result.ok || isItem(result)))
}

const blocks = (result: Awaited<ReturnType<typeof post>>) => readBody(result.item.body)

describe('a post of WordPress (ingest I13)', () => {
  it('is signed by all its co-authors, not by who owns it', async () => {
    const { item } = await post('Hello.', '<category domain="author" nicename="cap-bo-cy">Bo Cy</category><category domain="author" nicename="cap-dot">Dot Li</category>')
    expect(item.bylines).toEqual([{ name: 'Bo Cy', role: 'reporter' }, { name: 'Dot Li', role: 'reporter' }])
  })

  it('is filed under the primary category, with its description and the one above it', async () => {
    const { item } = await post('Hello.', TERMS + meta('_yoast_wpseo_primary_category', '5'))
    expect(item.section).toEqual({ name: 'Sea', slug: 'sea', description: 'Ships and tides.', parent: { name: 'News', slug: 'news' } })
    expect(item.tags).toEqual([{ name: 'News', slug: 'news', kind: 'subject' }])
    expect((await post('Hello.', TERMS + meta('_yoast_wpseo_primary_category', '99'))).item.section).toMatchObject({ slug: 'news' })
    expect((await post('Hello.', '<category domain="category" nicename="a">A</category>')).item.section).toMatchObject({ slug: 'a', parent: { slug: 'a' } })
  })

  it.each([
    ['[embed]https://www.youtube.com/watch?v=abc[/embed]', 'https://www.youtube.com/watch?v=abc'],
    ['[embed width="400"]https://vimeo.com/1[/embed]', 'https://vimeo.com/1'],
    ['[youtube https://youtu.be/abc]', 'https://youtu.be/abc'],
    ['One.\n\nhttps://www.youtube.com/watch?v=abc\n\nTwo.', 'https://www.youtube.com/watch?v=abc'],
    ['<!-- wp:paragraph -->\n<p>https://youtu.be/abc</p>\n<!-- /wp:paragraph -->', 'https://youtu.be/abc'],
    ['<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>', 'https://www.facebook.com/a/posts/1'],
  ])('embeds %j', async (body, url) => {
    const result = await post(body)
    expect(blocks(result)).toContainEqual({ type: 'embed', url, caption: '' })
    expect(words(result).join()).not.toMatch(/https|\[/)
    expect(result.item).toMatchObject({ status: 'published' })
  })

  it('takes the caption off a picture that is not fetched', async () => {
    const result = await post('[caption id="a" align="left" width="300"]<a href="https://s.example/a"><img src="https://s.example/a.jpg" /></a> The <b>quay</b>[/caption]\n\nHello.')
    expect(words(result)).toEqual(['Hello.'])
    expect(result.notes).toContain('A picture was left out, since no file is fetched: https://s.example/a.jpg, captioned "The quay"')
  })

  it.each(['[gallery ids="1,2"]', '[gallery]', '[audio mp3="https://s.example/a.mp3"][/audio]', '[playlist ids="4"]', '[video src="https://s.example/a.mp4"]'])(
    'never prints %j, and is held back',
    async (body) => {
      const result = await post(`Before.\n\n${body}\n\nAfter.`)
      expect(words(result)).toEqual(['Before.', 'After.'])
      expect(result.item).toMatchObject({ status: 'draft', holdBack: expect.stringContaining('its content needs a look') })
      expect(result.notes.join()).toContain('was left out')
    },
  )

  it.each(['[contact to="a"]', '[su_note]Take care[/su_note]', '<!-- wp:block {"ref":12} /-->'])('is held back for %j', async (body) => {
    expect((await post(`Before.\n\n${body}`)).item).toMatchObject({ status: 'draft', holdBack: expect.anything() })
  })

  it('tells the words of a block that only the site makes, and is held back for it', async () => {
    const result = await post('<p>Before.</p>\n\n<!-- wp:acf/quote {"data":{"text":"Never again."}} /-->\n\n<!-- wp:latest-posts /-->\n\n<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n<p>After.</p>')
    expect(words(result)).toEqual(['Before.', 'After.'])
    expect(result.notes).toEqual([
      'The block acf/quote was left out, since only the site makes its text: {"data":{"text":"Never again."}}',
      'The block latest-posts was left out, since only the site makes its text',
    ])
    expect(result.item).toMatchObject({ status: 'draft', holdBack: expect.stringContaining('acf/quote') })
  })

  it('keeps words in brackets, which are no shortcodes (ingest S3)', async () => {
    const result = await post('He said "teh [sic] end", [Reuters] reported [in 2023].')
    expect(words(result)).toEqual(['He said "teh [sic] end", [Reuters] reported [in 2023].'])
    expect(result).toMatchObject({ notes: [], item: { status: 'published' } })
  })

  it('has its footnotes below the text', async () => {
    const body = '<!-- wp:paragraph -->\n<p>Told<sup data-fn="u-1" class="fn"><a href="#u-1" id="u-1-link">1</a></sup>.</p>\n<!-- /wp:paragraph -->\n<!-- wp:footnotes /-->'
    expect(words(await post(body, meta('footnotes', '[{"content":"By two people.","id":"u-1"}]')))).toEqual(['Told [1].', 'By two people.'])
  })

  it('tells the address of its main picture', async () => {
    const attachment = '<item><title>Quay</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://s.example/quay.jpg</wp:attachment_url></item>'
    expect((await post('Hello.', meta('_thumbnail_id', '9'), attachment)).item.heroImage).toEqual({ url: 'https://s.example/quay.jpg' })
    expect((await post('Hello.', meta('_thumbnail_id', '9'))).notes).toEqual(['The main picture (attachment 9) was left out, since no file is fetched.'])
  })

  it('is read in linear time whatever its brackets (ingest I13)', async () => {
    const began = process.cpuUsage()
    for (const body of ['[gallery '.repeat(40_000), '[caption]'.repeat(40_000), '[a=[/a]'.repeat(40_000), '<sup data-fn="'.repeat(20_000), 'https://x.com/'.repeat(40_000), '<!-- wp:a '.repeat(40_000), `${'<!-- wp:a '.repeat(40_000)}-->`, '<!-- wp:a /-->'.repeat(40_000)]) await post(body)
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(20)
  }, 60_000)
})
