import type { Block } from 'payload'

/** A post, video or map of another site, by its address: sites decide how to show it (oEmbed or a link). */
export const Embed: Block = {
  slug: 'embed',
  interfaceName: 'EmbedBlock',
  labels: { singular: 'Embed', plural: 'Embeds' },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: 'Web address',
      required: true,
      validate: (value: string | null | undefined) =>
        (/^https:\/\//i.test(value ?? '') && URL.canParse(value ?? '')) || 'Write the address in full, beginning with https://.',
    },
    { name: 'caption', type: 'text' },
  ],
}
