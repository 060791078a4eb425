import { createServerFeature } from '@payloadcms/richtext-lexical'

/** What is pasted into the text comes in without what other programs put around the words. */
export const CleanPasteFeature = createServerFeature({
  feature: { ClientFeature: 'dateline/client#CleanPasteFeatureClient' },
  key: 'cleanPaste',
})
