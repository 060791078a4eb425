import { createServerFeature } from '@payloadcms/richtext-lexical'

/** How the text of an article behaves beyond what Payload's editor does. */
export const TextFeature = createServerFeature({
  feature: { ClientFeature: 'dateline/client#TextFeatureClient' },
  key: 'newsText',
})
