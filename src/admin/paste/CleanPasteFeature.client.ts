'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { CleanPaste } from './CleanPaste'

export const CleanPasteFeatureClient = createClientFeature({ plugins: [{ Component: CleanPaste, position: 'normal' }] })
