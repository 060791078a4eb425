'use client'
import { useForm, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Keeps a form unsaved when the server has refused to save it. Payload's counts as unchanged from then on: its button is
 * off, and its page can be left without a question.
 */
export function StaysUnsaved(): null {
  const { setModified } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  // Payload takes this back when a form is saved.
  const isSubmitted = useFormSubmitted()
  useEffect(() => {
    if (isSubmitted && !isProcessing && !isModified) setModified(true)
  }, [isModified, isProcessing, isSubmitted, setModified])
  return null
}
