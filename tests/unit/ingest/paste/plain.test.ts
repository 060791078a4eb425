import { describe, expect, it } from 'vitest'
import { cleanPlain } from '../../../../src/ingest/paste'

describe('plain copy', () => {
  it('is a paragraph for each line, without those that are empty', () => {
    expect(cleanPlain('PYONGYANG -- He arrived.\r\n\r\n\r\nHe left.\nHe came back.\n')).toBe('<p>PYONGYANG -- He arrived.</p><p>He left.</p><p>He came back.</p>')
  })

  it('has lines put together again that an agency broke to fit its column', () => {
    const copy = `   GENEVA (AP) -- Talks on the treaty broke down late on Tuesday after
the two sides could not agree on who would count the ships, three
diplomats said.
   "We were close," one of them said. "Closer than we have been in all
of these years."`
    expect(cleanPlain(copy)).toBe(
      '<p>GENEVA (AP) -- Talks on the treaty broke down late on Tuesday after the two sides could not agree on who would count the ships, three diplomats said.</p>' +
        '<p>&quot;We were close,&quot; one of them said. &quot;Closer than we have been in all of these years.&quot;</p>',
    )
  })

  it('keeps sentences apart that stand on lines of their own, however long they are', () => {
    const [one, two] = ['The council met on Monday and did not vote on the roads.', 'It will meet again next week, and then perhaps it will.']
    expect(cleanPlain(`${one}\n${two}\n`)).toBe(`<p>${one}</p><p>${two}</p>`)
  })

  it('has lists where lines begin with bullets, and none where they begin with a dash', () => {
    expect(cleanPlain('Votes:\n• Yes, 21\n•\tNo, 4\n- Who was that?')).toBe('<p>Votes:</p><ul><li>Yes, 21</li><li>No, 4</li></ul><p>- Who was that?</p>')
  })

  it('is words, whatever they look like', () => {
    expect(cleanPlain('<script>alert(1)</script>\n<b>&amp;')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>&lt;b&gt;&amp;amp;</p>')
  })
})
