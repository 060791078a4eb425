import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../../src/ingest/paste'

const FONT = 'font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;'
const span = (words: string, style = 'font-weight:400;font-style:normal;') => `<span style="${FONT}${style}">${words}</span>`
const p = (inside: string) => `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${inside}</p>`
const li = (level: number, inside: string) => `<li dir="ltr" style="list-style-type:disc;${FONT}" aria-level="${String(level)}">${p(inside)}</li>`

/** A piece of a document as Google Docs puts it on the clipboard. */
const docs = (inside: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-6f0c1d5e-7fff-1b2c-3d4e-5f6071829304">${inside}</b><br class="Apple-interchange-newline">`

describe('copy from Google Docs', () => {
  it('is not bold for the element that Docs wraps around it, but where it was made so', () => {
    expect(cleanHtml(docs(p(span('The tide ') + span('came in', 'font-weight:700;font-style:normal;') + span(' early.', 'font-weight:400;font-style:italic;'))))).toBe(
      'The tide <strong>came in</strong><em> early.</em>',
    )
  })

  it('has no empty paragraphs, which Docs writes as line breaks', () => {
    expect(cleanHtml(docs(`${p(span('One.'))}<br />${p(span('Two.'))}<br /><br />`))).toBe('<p>One.</p><p>Two.</p>')
  })

  it('has its lists within lists, which Docs does not put into an item', () => {
    expect(cleanHtml(docs(`<ul>${li(1, span('Roads'))}<ul>${li(2, span('The ring road'))}</ul>${li(1, span('Schools'))}</ul>`))).toBe(
      '<ul><li>Roads<ul><li>The ring road</li></ul></li><li>Schools</li></ul>',
    )
  })

  it('has its numbered lists begin where they do', () => {
    expect(cleanHtml(docs(`<ol start="4">${li(1, span('Roads'))}${li(1, span('Schools'))}</ol>`))).toBe('<ol start="4"><li>Roads</li><li>Schools</li></ol>')
  })

  it('has links lead where they say, not over Google', () => {
    const link = `<a href="https://www.google.com/url?q=https://example.com/plan&amp;sa=D&amp;ust=1700000000&amp;usg=AOvVaw0" style="text-decoration:none;">${span('the plan')}</a>`
    expect(cleanHtml(docs(p(span('See ') + link)))).toBe('See <a href="https://example.com/plan">the plan</a>')
  })

  it('has the words of a line that was broken within a paragraph', () => {
    expect(cleanHtml(docs(p(`${span('Roses are red,')}<br />${span('violets are blue.')}`)))).toBe('Roses are red,<br>violets are blue.')
  })
})

describe('copy from a page of the web', () => {
  it('has paragraphs where two line breaks part the words', () => {
    expect(cleanHtml('<div>One.<br><br>Two.<br>Still two.<br>&nbsp;<br></div><div><br></div>')).toBe('<p>One.</p><p>Two.<br>Still two.</p>')
  })

  it('goes into the sentence where it is pasted when it is one piece of one', () => {
    expect(cleanHtml('<span class="x" style="color:red">a <b>few</b> words</span>')).toBe('a <strong>few</strong> words')
  })

  it('has nothing of a picture alone: that goes the way of pictures', () => {
    expect(cleanHtml('<meta charset="utf-8"><img src="https://example.com/a.jpg" alt="A boat">')).toBe('')
  })
})
