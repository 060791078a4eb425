import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import type { AnyNode } from 'domhandler'
import { describe, expect, it } from 'vitest'
import { cleanHtml, cleanPlain } from '../../../../src/ingest/paste'

const ALLOWED = ['a', 'blockquote', 'br', 'em', 'h2', 'h3', 'li', 'ol', 'p', 'strong', 'ul']

/** What of a cleaned text is not of the few kinds that it may hold. */
function strange(html: string): string[] {
  const left: AnyNode[] = [...parseDocument(html).children]
  const found: string[] = []
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'text') continue
    if (node.type !== 'tag') found.push(node.type)
    if (!('attribs' in node)) continue
    if (!ALLOWED.includes(node.name)) found.push(node.name)
    for (const [name, value] of Object.entries(node.attribs)) {
      const isLink = node.name === 'a' && name === 'href' && /^(?:https?:\/\/|mailto:|tel:)/.test(value)
      const isStart = node.name === 'ol' && name === 'start' && /^\d+$/.test(value)
      if (!isLink && !isStart) found.push(`${node.name} ${name}=${value}`)
    }
    left.push(...node.children)
  }
  return found
}

const piece = fc.oneof(
  fc.constantFrom(
    '<p>', '</p>', '<p style="mso-list:l0 level3 lfo1">', '<![if !supportLists]>', '<![endif]>', '<span style="mso-list:Ignore">', '</span>', '<li>', '</li>', '<ul>', '</ul>',
    '<ol start="7">', '</ol>', '<h1>', '</h1>', '<table><tr><td>', '<td>', '</table>', '<b>', '</i>', '<br>', '&nbsp;', '• ', '1. ', '<a href="javascript:alert(1)">',
    '<a href="https://example.com/&quot; onclick=&quot;x">', '</a>', '<script>', '</script>', '<style>', '<!--', '-->', '<pre>\n\n', '<', '>', '"', "'", '&lt;img src=x onerror=y&gt;',
  ),
  fc.string({ maxLength: 12 }),
)

describe('hostile HTML', () => {
  it.each([
    ['a script', '<p>One<script>alert(1)</script></p>', 'One'],
    ['a handler', '<p onclick="alert(1)"><b onmouseover=alert(1)>One</b></p>', '<strong>One</strong>'],
    ['an address that runs', '<a href=" java&#x0A;script:alert(1)">One</a> <a href="data:text/html,x">two</a>', 'One two'],
    ['a picture that fails on purpose', 'One<img src=x onerror=alert(1)><svg onload=alert(1)><text>no</text></svg>', 'One'],
    ['a frame', '<iframe src="https://example.com">no</iframe>One', 'One'],
    ['an address with a quotation mark', '<a href="https://example.com/&quot;onclick=&quot;alert(1)">One</a>', '<a href="https://example.com/&quot;onclick=&quot;alert(1)">One</a>'],
    ['words that look like HTML', '&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['what breaks off', 'One<a href="https://exam', 'One'],
  ])('has no use: %s', (_, html, expected) => {
    expect(cleanHtml(html)).toBe(expected)
  })

  it.each([
    ['spans within spans', '<span style="font-weight:bold">'.repeat(35_000)],
    ['end tags that nothing began', `${'<i>'.repeat(100_000)}${'</b>'.repeat(100_000)}`],
    ['lists within lists', '<ul><li>x'.repeat(50_000)],
    ['tables within tables', '<table><tr><td>x<td>'.repeat(50_000)],
    ['blanks', ' &nbsp;\n'.repeat(150_000)],
    ['breaks', '<br>x'.repeat(100_000)],
    ['comments of Word', '<![if !supportLists]>x'.repeat(40_000)],
  ])('a megabyte of it does not hang: %s', (_, html) => {
    expect(strange(cleanHtml(`<p>First.</p>${html}last`))).toEqual([])
  })

  it('gives nothing but what the news editor has, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(strange(cleanHtml(pieces.join('')))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is cleaned once and for all', () => {
    const broken = cleanHtml('<h1>One<br><b>two</b></h1>')
    expect(cleanHtml(broken)).toBe(broken)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = cleanHtml(pieces.join(''))
        expect(cleanHtml(html)).toBe(html)
      }),
      { numRuns: 500 },
    )
  })

  it('is words when it comes as plain text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(strange(cleanPlain(pieces.join('\n')))).toEqual([])
      }),
    )
  })
})
