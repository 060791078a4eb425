'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { ReadOnlyText } from './ReadOnlyText'

export const TextFeatureClient = createClientFeature({ plugins: [{ Component: ReadOnlyText, position: 'normal' }] })
