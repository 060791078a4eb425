import { describe, expect, it } from 'vitest'
import { isItem, onlyItem, went, words, xmlResults } from './help'

const cdata = (text: string) => `<![CDATA[${text}]]>`

function post(parts: string, { status = 'publish', type = 'post', body = '<!-- wp:paragraph -->\n<p>Hello.</p>\n<!-- /wp:paragraph -->' } = {}): string {
  return `<item><title>${cdata('Ferry safe')}</title><link>https://site.example/ferry</link><dc:creator>${cdata('ann')}</dc:creator>
    <guid isPermaLink="false">https://site.example/?p=7</guid><content:encoded>${cdata(body)}</content:encoded>
    <excerpt:encoded>${cdata('All <b>aboard</b> safe.')}</excerpt:encoded><wp:post_id>7</wp:post_id>
    <wp:status>${cdata(status)}</wp:status><wp:post_type>${cdata(type)}</wp:post_type>${parts}</item>`
}

function wxr(...items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Site</title><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('ann')}</wp:author_login><wp:author_email>${cdata('ann@site.example')}</wp:author_email><wp:author_display_name>${cdata('Ann Lee')}</wp:author_display_name></wp:author>
${items.join('\n')}</channel></rss>`
}

const DATES = '<wp:post_date>2024-04-05 11:00:00</wp:post_date><wp:post_date_gmt>2024-04-05 09:00:00</wp:post_date_gmt><wp:post_modified_gmt>2024-04-06 09:00:00</wp:post_modified_gmt>'
const TERMS = `<category domain="category" nicename="sea">${cdata('Sea')}</category><category domain="category" nicename="news">${cdata('News')}</category><category domain="post_tag" nicename="storm">${cdata('Storm')}</category>`

describe('a WordPress export', () => {
  it('gives a post with author, section, tags, dates, slug and standfirst', async () => {
    const result = onlyItem(await xmlResults(wxr(post(`<wp:post_name>ferry-safe</wp:post_name>${DATES}${TERMS}`))))
    expect(result.item).toMatchObject({
      format: 'wxr',
      guid: 'https://site.example/?p=7',
      headline: 'Ferry safe',
      slug: 'ferry-safe',
      standfirst: 'All aboard safe.',
      bylines: [{ name: 'Ann Lee', role: 'reporter' }],
      section: { name: 'Sea', slug: 'sea' },
      tags: [{ name: 'News', slug: 'news' }, { name: 'Storm', slug: 'storm' }],
      publishedAt: '2024-04-05T09:00:00.000Z',
      updatedAt: '2024-04-06T09:00:00.000Z',
      language: 'en-US',
      status: 'published',
      provider: 'Site',
    })
    expect(words(result)).toEqual(['Hello.'])
    expect(result.notes).toEqual([])
    expect(went(result, 'channel/item[1]/wp:post_date')).toBe('left-out: the same date in local time')
  })

  it.each(['draft', 'pending', 'future', 'private'])('keeps a post that is %s as a draft', async (status) => {
    const { item } = onlyItem(await xmlResults(wxr(post('<wp:post_date>2024-04-05 11:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>', { status }))))
    expect(item.status).toBe('draft')
    expect(item.publishedAt).toBeUndefined()
  })

  it.each(['page', 'nav_menu_item', 'wp_block'])('leaves out and names what is a %s', async (type) => {
    const results = await xmlResults(wxr(post('', { type })))
    expect(results.filter(isItem)).toEqual([])
    expect(results.map((result) => went(result, 'channel/item[1]'))).toContain(`left-out: "Ferry safe" is no post but of the type ${type}`)
  })

  it('reads the blank lines of the old editor as paragraphs, and single ones as line breaks', async () => {
    const result = onlyItem(await xmlResults(wxr(post('', { body: 'One\ntwo\n\n<b>Three</b>\n<ul>\n<li>a</li>\n</ul>\nFour' }))))
    expect(words(result)).toEqual(['One\ntwo', 'Three', 'a', 'Four'])
  })

  it('notes shortcodes and pictures', async () => {
    const { notes } = onlyItem(await xmlResults(wxr(post('', { body: '[gallery ids="1,2"] <img src="https://site.example/a.jpg" alt="Quay">' }))))
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('[gallery]'), expect.stringContaining('https://site.example/a.jpg ("Quay")')]))
  })

  it('takes what plugins hold for search engines, and leaves out other settings by name', async () => {
    const meta = (key: string, value: string) => `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`
    const result = onlyItem(await xmlResults(wxr(post(meta('_yoast_wpseo_metadesc', 'In short') + meta('_edit_last', '1')))))
    expect(result.item.meta).toEqual({ description: 'In short' })
    expect(went(result, 'channel/item[1]/wp:postmeta[2]')).toBe('left-out: a setting of WordPress or a plugin: _edit_last')
  })
})

describe('post metadata and blocks that hold a post back (ingest I2)', () => {
  const post = (content: string, ...meta: (readonly [string, string])[]) =>
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded>${meta
      .map(([key, value]) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`)
      .join('')}</item></channel></rss>`

  it.each([
    ['embargo', '1'], ['embargo', '2099-01-01'], ['_embargo_date', '20990101'], ['_embargo_date', '4070908800'], ['news_embargo_until', 'Friday'], ['legal_hold', 'yes'], ['editor_note', 'Desk: not for publication'], ['editor_note', 'Embargoed until Friday'], ['remark', 'Not for publication'],
    ['publication_status', 'hold'], ['go_live', '2099-01-01 09:00:00'], ['_release_time', '4070908800'], ['not_for_publication', 'on'], ['acf_release', '20990101'], ['acf_release', '20990101090000'], ['post_status_custom', 'pending'], ['custom_visibility', 'private'],
    ['pmpro_restricted', '1'], ['rcp_subscription_level', 'a:1:{i:0;s:1:"2";}'], ['_members_access_role', 'subscriber'],
  ] as const)('%s: %s', async (key, value) => {
    expect(onlyItem(await xmlResults(post('Words.', [key, value]))).item).toMatchObject({ status: 'draft', holdBack: expect.stringMatching(/^its? .*\.$/) as unknown })
  })

  it('a block for members', async () => {
    const content = '<!-- wp:memberpress/protected {"rule":"1"} --><p>Words.</p><!-- /wp:memberpress/protected -->'
    expect(onlyItem(await xmlResults(post(content))).item).toMatchObject({ status: 'draft', holdBack: expect.stringContaining('memberpress/protected') as unknown })
  })

  it('but no other', async () => {
    const meta = [['_edit_last', '1'], ['_edit_lock', '1577836800:1'], ['_wp_page_template', 'default'], ['embargo', '0'], ['_embargo_date', '2020-01-01'], ['pmpro_restricted', ''], ['rcp_user_level', 'All'], ['acf_release', '20200101'], ['post_status_custom', 'publish'], ['_order', '20990101'], ['_EventStartDate', '2099-01-01 09:00:00'], ['threshold', '5'], ['_yoast_wpseo_title', 'Embargo'], ['views', '4070908800'], ['_oembed_a', '<iframe src="https://a.example"></iframe>']] as const
    expect(onlyItem(await xmlResults(post('<!-- wp:paragraph --><p>Words.</p><!-- /wp:paragraph -->', ...meta))).item).not.toHaveProperty('holdBack')
  })
})
