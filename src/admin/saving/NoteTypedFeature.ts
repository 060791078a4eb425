import { createServerFeature } from '@payloadcms/richtext-lexical'

/** The page knows what is typed into the text from the first letter on, not when the browser is idle. */
export const NoteTypedFeature = createServerFeature({
  feature: { ClientFeature: 'dateline/client#NoteTypedFeatureClient' },
  key: 'noteTyped',
})
