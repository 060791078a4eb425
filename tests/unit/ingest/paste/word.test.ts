import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../../src/ingest/paste'

/** A document as Word puts it on the clipboard: the head with its styles, then what was chosen. */
function word(fragment: string): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<title>Budget</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!--
 p.MsoNormal {mso-style-unhide:no; margin:0in; font-family:"Calibri",sans-serif;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;}
--></style>
<xml><o:shapedefaults v:ext="edit" spidmax="1026"/></xml>
</head>
<body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->${fragment}<!--EndFragment-->
</body>
</html>`
}

const BLANKS = `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>`

/** An item of a list as Word writes it: a paragraph, with its marker between conditional comments. */
function item(level: number, marker: string, words: string, list = 0): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:${String(level / 2)}in;text-indent:-.25in;mso-list:l${String(list)} level${String(level)} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}${BLANKS}</span></span><![endif]>${words}<o:p></o:p></p>
`
}

const EMPTY = '<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n'
const paragraph = (words: string) => `<p class=MsoNormal>${words}<o:p></o:p></p>\n`

describe('copy from Word', () => {
  it('is its paragraphs, without those that are empty', () => {
    const html = word(`${paragraph('The council met\non Monday.')}${EMPTY}${paragraph('It did not vote.')}${EMPTY}${EMPTY}`)
    expect(cleanHtml(html)).toBe('<p>The council met on Monday.</p><p>It did not vote.</p>')
  })

  it('has lists where Word has paragraphs with bullets', () => {
    const html = word(paragraph('The plan:') + item(1, '·', 'Roads') + item(1, '·', 'Schools') + paragraph('That is all.'))
    expect(cleanHtml(html)).toBe('<p>The plan:</p><ul><li>Roads</li><li>Schools</li></ul><p>That is all.</p>')
  })

  it('has lists within lists, of the kind that the marker tells', () => {
    const html = word(
      item(1, '1.', 'Roads') + item(2, 'o', 'The ring road') + item(3, '§', 'Its bridge') + item(2, 'o', 'The lanes') + item(1, '2.', 'Schools') + item(2, 'a.', 'New roofs'),
    )
    expect(cleanHtml(html)).toBe(
      '<ol><li>Roads<ul><li>The ring road<ul><li>Its bridge</li></ul></li><li>The lanes</li></ul></li><li>Schools<ol><li>New roofs</li></ol></li></ol>',
    )
  })

  it('counts on where words stand between the items, and anew where Word does', () => {
    const html = word(item(1, '1.', 'One') + item(1, '2.', 'Two') + paragraph('A word.') + item(1, '3.', 'Three') + item(1, '1.', 'Another list', 1))
    expect(cleanHtml(html)).toBe('<ol><li>One</li><li>Two</li></ol><p>A word.</p><ol start="3"><li>Three</li></ol><ol><li>Another list</li></ol>')
  })

  it.each([
    ['between comments', '<!--[if !supportLists]-->·&nbsp;&nbsp;&nbsp;<!--[endif]-->Roads', '<ul><li>Roads</li></ul>'],
    ['as words', '·&nbsp;&nbsp;&nbsp;&nbsp; Roads', '<ul><li>Roads</li></ul>'],
    ['as a counted word', '(12)&nbsp;&nbsp; Roads', '<ol start="12"><li>Roads</li></ol>'],
    ['not at all', 'A. Smith paved the roads', '<ul><li>A. Smith paved the roads</li></ul>'],
  ])('takes a marker that was copied %s off the item', (_, words, expected) => {
    expect(cleanHtml(`<p class=MsoListParagraph style="mso-list:l0 level1 lfo1">${words}</p>`)).toBe(expected)
  })

  it('keeps bold, italic, links and headings, and the number that a heading has', () => {
    const html = word(
      `<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.${BLANKS}</span><![endif]><b>The vote</b><o:p></o:p></h1>` +
        paragraph(`A <b style='mso-bidi-font-weight:normal'>bold <i>plan</i></b>, <a href="https://example.com/plan?a=1&amp;b=2">as printed</a>.`) +
        '<h4>Afterwards</h4><p class=MsoQuote>We will see.</p>',
    )
    expect(cleanHtml(html)).toBe(
      '<h2>1. The vote</h2><p>A <strong>bold </strong><strong><em>plan</em></strong>, <a href="https://example.com/plan?a=1&amp;b=2">as printed</a>.</p><h3>Afterwards</h3><blockquote>We will see.</blockquote>',
    )
  })

  it('leaves out what was struck out, hidden text and comments', () => {
    const html = word(
      paragraph(
        `The mayor <del cite="mailto:Ann" datetime="2026-01-02T10:00"><span style='color:red'>lied</span></del><ins cite="mailto:Ann">was wrong</ins>` +
          `<span style='display:none;mso-hide:all'>secret</span><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor href="#_msocom_1">[AN1]</a></span></span>.`,
      ) + `<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Says who?</p></div></div>`,
    )
    expect(cleanHtml(html)).toBe('The mayor was wrong.')
  })

  it('has single blanks, and no-break spaces only where they were meant', () => {
    const html = word(paragraph(`Ten<span style='mso-spacerun:yes'>&nbsp; </span>years, 5&nbsp;km,<span class="Apple-converted-space">&nbsp;</span>so&shy;so\u200b`))
    expect(cleanHtml(html)).toBe('Ten years, 5\u00a0km, soso')
  })

  it('has a line for each row of a table of data, and paragraphs for one that lays out a page', () => {
    const cell = (words: string) => `<td width=100 style='border:solid windowtext 1.0pt'>${words}</td>`
    const html = word(
      `<table class=MsoTableGrid><tr>${cell(paragraph('Yes'))}${cell(paragraph('21'))}</tr><tr>${cell(paragraph('No'))}${cell(paragraph('4'))}</tr></table>` +
        `<table><tr>${cell(paragraph('One.') + paragraph('Two.'))}${cell(EMPTY)}</tr></table>`,
    )
    expect(cleanHtml(html)).toBe('<p>Yes | 21</p><p>No | 4</p><p>One.</p><p>Two.</p>')
  })

  it('reads the lists of Word on the web, which are one list for each item', () => {
    const one = (level: number, words: string) =>
      `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="" data-listid="1" data-aria-level="${String(level)}" role="listitem" class="OutlineElement Ltr"><p class="Paragraph SCXW1"><span class="TextRun"><span class="NormalTextRun">${words}</span></span><span class="EOP SCXW1">&nbsp;</span></p></li></ul></div>`
    expect(cleanHtml(one(1, 'Roads') + one(2, 'The ring road') + one(1, 'Schools'))).toBe('<ul><li>Roads<ul><li>The ring road</li></ul></li><li>Schools</li></ul>')
  })
})
