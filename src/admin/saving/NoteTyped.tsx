'use client'
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { forgetTyped, noteTyped } from './editorText'

/** Tells at once what somebody types into an editor. */
export function NoteTyped() {
  const [editor] = useLexicalComposerContext()
  const { fieldProps } = useEditorConfigContext()
  const { path } = fieldProps
  useEffect(() => {
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState }) => {
      const isChanged = dirtyElements.size > 0 || dirtyLeaves.size > 0
      const isTyped = editor.getRootElement()?.contains(document.activeElement) === true
      if (isChanged && isTyped && !prevEditorState.isEmpty()) noteTyped(path, () => editorState.toJSON())
    })
    return () => {
      stop()
      forgetTyped(path)
    }
  }, [editor, path])
  return null
}
