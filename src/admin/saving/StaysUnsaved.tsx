'use client'
import { useForm, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Keeps a form marked as unsaved after the server refuses to save it. Payload marks it as unchanged, which disables Save and
 * lets people leave the page without a warning.
 */
export function StaysUnsaved(): null {
  const { setModified } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  // Payload resets this after a successful save.
  const isSubmitted = useFormSubmitted()
  useEffect(() => {
    if (isSubmitted && !isProcessing && !isModified) setModified(true)
  }, [isModified, isProcessing, isSubmitted, setModified])
  return null
}
