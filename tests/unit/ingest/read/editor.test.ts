import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { getEnabledNodes } from '@payloadcms/richtext-lexical'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { newsEditor } from '../../../../collections/Articles/editor'
import { htmlToLexical, markdownToLexical, plainToLexical } from '../../../../src/ingest/lexical'

const HTML = `<h1>A</h1><h4>B</h4><p>a <b>b<i>c</i></b><br>d</p><p><b>bold</b> first</p><p><a href="https://a.example/">l <b>b</b></a></p>
<ul><li>a<ul><li>b<ol start=3><li>c</ol></ul><li>d<p>e</ul><ol start=4><li>x<li>y</ol><blockquote>q<br>r</blockquote><figure class="pullquote">P<cite>Ann</cite></figure>
<iframe src="https://v.example/1"></iframe>`

/** The nodes of the editor that articles have, as Payload puts it together; no database is opened for it. */
async function newsNodes() {
  const collections = [{ slug: 'articles', fields: [] }, { slug: 'media', upload: true, fields: [] }]
  const config = await buildConfig({ collections, db: sqliteAdapter({ client: { url: ':memory:' } }), secret: 'none', telemetry: false })
  const { editorConfig } = await newsEditor()({ config, isRoot: false, parentIsLocalized: false })
  return getEnabledNodes({ editorConfig })
}

describe('the news editor', () => {
  it.each([
    ['plain text', plainToLexical(['One', '', ' two '])],
    ['HTML', htmlToLexical(HTML).document],
    ['Markdown', markdownToLexical('# A\n\n- a\n  1. b\n\n> q\n\n**b** [l](https://a.example/)').document],
    ['nothing', htmlToLexical('').document],
  ])('opens what was read from %s, and saves it again unchanged', async (_what, document) => {
    const editor = createHeadlessEditor({ nodes: await newsNodes(), onError: (error) => { throw error } })
    editor.setEditorState(editor.parseEditorState(JSON.stringify(document)))
    expect(JSON.parse(JSON.stringify(editor.getEditorState().toJSON()))).toEqual(JSON.parse(JSON.stringify(document)))
  })
})
