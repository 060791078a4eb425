/** Sound files of each format to begin with, and pieces that hurt where they land: for bench/fuzz-read.ts. */
export type SeedFormat = 'ninjs' | 'markdown' | 'html' | 'rss' | 'atom' | 'wxr'

type Some = readonly [string, ...string[]]

const HTML = '<h2>Harbour</h2><p>The ferry <b>Aurora</b> &amp; its <em>crew</em> came in.<br>At <a href="https://a.example/x?y=1">noon</a>.</p><ul><li>one<ul><li>two</li></ul></li></ul><blockquote><p>Safe.</p></blockquote><figure><img src="https://a.example/1.jpg" alt="Quay"><figcaption>The quay</figcaption></figure><iframe src="https://v.example/1"></iframe>'
const ESCAPED = HTML.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const NINJS_1 = JSON.stringify({
  uri: 'urn:1', type: 'text', pubstatus: 'usable', versioncreated: '2024-04-05T09:00:00+02:00', headline: 'Ferry', byline: 'By Ann and Bo', located: 'Rotterdam',
  body_html: HTML, body_text: 'One.\n\nTwo.', subject: [{ name: 'Sea', code: '20000001', scheme: 'medtop' }], person: [{ name: 'Bo', rel: 'about' }],
  associations: { featuremedia: { type: 'picture', renditions: { original: { href: 'https://a.example/q.jpg' } } } },
})
const NINJS_3 = JSON.stringify({
  uri: 'tag:a.example,2025:articles/1', standard: { name: 'ninjs', version: '3.1' }, type: 'text', pubStatus: 'usable', contentCreated: '2024-04-05T09:00:00Z', edNote: 'CORRECTION 2024-04-06T08:00:00.000Z: Forty.',
  headlines: [{ role: 'main', value: 'Ferry' }], descriptions: [{ role: 'standfirst', value: 'Safe.' }], bodies: [{ role: 'main', contentType: 'text/html', value: HTML }],
  subjects: [{ name: 'Sea', rel: 'section', literal: 'sea' }], infoSources: [{ name: 'Ann', role: 'reporter' }], altIds: [{ role: 'slug', value: 'ferry' }], associations: [{ rel: 'hero', type: 'picture', renditions: [{ name: 'original', href: 'https://a.example/q.jpg' }] }],
})

const FRONT = '---\ntitle: "Ferry: safe"\ndate: 2024-04-05T09:00:00Z\ndraft: false\ntags: [a, "b c"]\nsection:\n  name: Sea\n  slug: sea\nauthors:\n  - name: Ann Lee\n    role: reporter\ndescription: >\n  Two\n  lines\n# comment\n---\n'
const TEXT = `\n# Head\n\nThe *ferry* **Aurora** and [noon](https://a.example/x "t") with \`code\`.\n\n- one\n  - two\n- three\n\n1. a\n2. b\n\n> quote\n> more\n\n| a | b |\n|---|---|\n| c | d |\n\n![p](q.png)\n\n${HTML}\n\n\`\`\`js\nx\n\`\`\`\n\nFoot[^1] and [ref][r].\n\n[^1]: note\n[r]: https://a.example/r\n`

const RSS = `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Daily</title><link>https://a.example/</link><language>en</language>\n<item><title>Ferry &amp;amp; crew</title><link>https://a.example/1</link><guid>1</guid><pubDate>Fri, 05 Apr 2024 09:30:00 +0200</pubDate><dc:creator>Ann and Bo</dc:creator><category>Sea</category><description>Safe.</description><content:encoded><![CDATA[${HTML}]]></content:encoded><media:content url="https://a.example/1.jpg" medium="image"/></item>\n<item><title>Two</title><description>${ESCAPED}</description></item></channel></rss>`
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title><link href="https://a.example/"/><entry><title type="html">Ferry</title><id>urn:1</id><updated>2024-04-05T12:00:00+02:00</updated><author><name>Ann</name></author><category term="sea" label="Meer"/><summary>Safe.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b></p></div></content></entry><entry><id>2</id><content type="html">${ESCAPED}</content></entry></feed>`
const WXR = `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login><![CDATA[ann]]></wp:author_login><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author><item><title>Ferry</title><dc:creator><![CDATA[ann]]></dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->${HTML}<!-- /wp:paragraph -->\n\nOld\nlines [gallery ids="1"]]]></content:encoded><excerpt:encoded><![CDATA[Safe.]]></excerpt:encoded><wp:post_date_gmt>2024-04-05 09:00:00</wp:post_date_gmt><wp:post_name>ferry</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="sea"><![CDATA[Sea]]></category><wp:postmeta><wp:meta_key>_edit</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta></item><item><title>Page</title><wp:post_type>page</wp:post_type></item></channel></rss>`

export const SEEDS: Readonly<Record<SeedFormat, Some>> = {
  ninjs: [NINJS_1, NINJS_3, `[${NINJS_1},${NINJS_3}]`, `${NINJS_1}\n${NINJS_3}\n`],
  markdown: [FRONT + TEXT, TEXT, `+++\ntitle = "x"\ntags = ["a", 'b']\n+++\n${TEXT}`, FRONT],
  html: [HTML, `<html><head><title>t</title><style>p{}</style></head><body>${HTML}<pre>\n a</pre><table><tr><td>a<td>b</table></body></html>`],
  rss: [RSS],
  atom: [ATOM],
  wxr: [WXR],
}

const XML: Some = ['<item>', '</item>', '<![CDATA[', ']]>', '<!--', '-->', '<?x ', '<!DOCTYPE rss [', '&', '&lt;', '&nbsp;', '&#0;', '&#x1F600;', '<a b="', "<a b='", '</', '/>', 'xmlns:content="x" ', '<title>', '\0', '<pubDate>03/04/2023</pubDate>', '<x>'.repeat(300), '<category/>'.repeat(50), '&amp;'.repeat(200), ' encoding="utf-16"']

export const FRAGMENTS: Readonly<Record<SeedFormat | 'any', Some>> = {
  any: ['<b>', '</p>', '<ul><li>', '<script>', '<blockquote>', '[', '{', '"', '*', '_', '> ', '`', '\n', '\r', ' ', '\t', '\0', '\ufeff', '\ud83d', '&', '<', '<!--', '![](', '~~', '|', '\\', 'a@b.c ', 'www.a.b ', 'http://a.b/('],
  ninjs: ['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', 'null', '1e999', '"__proto__":{"headline":"x"},', '"headline":1,', '"type":"picture",', '"contentCreated":"03/04/2023",', '"bodies":[],', '[['.repeat(500), '{"a":'.repeat(300), '\n', '<figure>'.repeat(60)],
  markdown: ['---\n', '+++\n', '\n\n', '- ', '> ', '# ', '```\n', '~~~', '    ', '| a |\n', '|-|-|\n', '[^1]', '[^1]: ', '[r]', '![', '](', '<!--', '<script>', '**', '__', '*a '.repeat(100), '_a*b '.repeat(100), '> '.repeat(200), '- '.repeat(200), '[a](<b'.repeat(60), '`a``b'.repeat(60), 'date: 03/04/2023\n', 'tags: &a [*a]\n', 'x: !!js/function y\n', '[['.repeat(60), '? '.repeat(60), '<<: *a\n', '\t', '|a|b|\n|-|-|\n'.repeat(30), ' - a\n'.repeat(80)],
  html: ['<p>', '</p>', '<b>', '</b>', '<li>', '</ul>', '<a href="', '">', '<a href="javascript:x">', '<figure>', '<figcaption>', '</figure>', '<blockquote class="twitter-tweet">', '<div class="pullquote">', '<cite>', '<svg>', '<script>', '<textarea>', '<table><tr><td>', '<h1>', '<br/>', '<img src=x', '<iframe src="https://v.example/">', '&nbsp;', '&#x', '<!--', '-->', '<![CDATA[', '\n\n', '<ol start=9>'.repeat(30), '<b><i>'.repeat(200), '</div>'.repeat(200)],
  rss: XML,
  atom: XML,
  wxr: XML,
}
