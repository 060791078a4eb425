'use client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect } from 'react'

/** The editor takes up whether it is read-only only when it is made; here it follows the form. */
export function ReadOnlyText() {
  const [editor] = useLexicalComposerContext()
  const form = useForm()
  const { hasSavePermission, isTrashed } = useDocumentInfo()
  const mayWrite = hasSavePermission !== false && !isTrashed
  useEffect(() => {
    const follow = () => editor.setEditable(mayWrite)
    follow()
    // A form that is read-only because a colleague has it open tells nobody: it is asked before the cursor goes in.
    const look = () => editor.setEditable(mayWrite && !form.disabled)
    return editor.registerRootListener((root, before) => {
      for (const type of ['focusin', 'pointerdown'] as const) {
        before?.removeEventListener(type, look)
        root?.addEventListener(type, look)
      }
    })
  }, [editor, form, mayWrite])
  return null
}
