'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { NoteTyped } from './NoteTyped'

export const NoteTypedFeatureClient = createClientFeature({ plugins: [{ Component: NoteTyped, position: 'normal' }] })
