import type { Block } from 'payload'
import { oneLine } from '../../../src/fields/oneLine'
import { named, oneAndMany } from '../../../src/i18n/labels'

/** A post, video or map of another site, by its address: sites decide how to show it (oEmbed or a link). */
export const Embed: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  labels: oneAndMany('embed', 'embeds'),
  fields: [
    {
      name: 'url',
      type: 'text',
      label: named('webAddress'),
      required: true,
      validate: (value: string | null | undefined) =>
        (/^https:\/\//i.test(value ?? '') && URL.canParse(value ?? '')) || 'Write the address in full, beginning with https://.',
    },
    { name: 'caption', type: 'text', label: named('caption'), hooks: { beforeChange: [oneLine] } },
  ],
}
