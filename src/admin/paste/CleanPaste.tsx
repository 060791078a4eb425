'use client'
import { COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { cleanHtml, cleanPlain } from '../../ingest/paste'

/** Where the editor keeps its own nodes; it takes them first, if they come from an editor like this. */
const OWN_TYPE = 'application/x-lexical-editor'

/** Hands what is pasted on to the editor as clean HTML. Files, and what is one line of words, go their usual way. */
export function CleanPaste() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const cleaned = new WeakSet<Event>()
    return editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (cleaned.has(event) || !(event instanceof ClipboardEvent) || !event.clipboardData) return false
        const data = clean(event.clipboardData)
        if (!data) return false
        event.preventDefault()
        const again = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })
        cleaned.add(again)
        return editor.dispatchCommand(PASTE_COMMAND, again)
      },
      COMMAND_PRIORITY_HIGH,
    )
  }, [editor])
  return null
}

/** The same words without what is around them; undefined when there is nothing to clean. */
function clean(clipboard: DataTransfer): DataTransfer | undefined {
  const text = clipboard.getData('text/plain')
  const html = cleanHtml(clipboard.getData('text/html')) || (/[\r\n]/.test(text.trim()) ? cleanPlain(text) : '')
  if (html === '') return undefined
  const data = new DataTransfer()
  data.setData('text/html', html)
  data.setData('text/plain', text)
  const own = clipboard.getData(OWN_TYPE)
  if (own !== '') data.setData(OWN_TYPE, own)
  return data
}
