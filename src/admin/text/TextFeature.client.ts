'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { PicturesBetween } from './PicturesBetween'
import { ReadOnlyText } from './ReadOnlyText'

export const TextFeatureClient = createClientFeature({ plugins: [{ Component: ReadOnlyText, position: 'normal' }, { Component: PicturesBetween, position: 'normal' }] })
