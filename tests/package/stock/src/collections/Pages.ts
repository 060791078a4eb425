import type { CollectionConfig } from 'payload'

const isReadable: NonNullable<CollectionConfig['access']>['read'] = ({ req }) => (req.user ? true : { _status: { equals: 'published' } })

export const Pages: CollectionConfig = {
  slug: 'pages',
  admin: { useAsTitle: 'title' },
  access: { read: isReadable },
  versions: { drafts: { schedulePublish: true } },
  fields: [{ name: 'title', type: 'text', required: true }, { name: 'content', type: 'richText' }, { name: 'picture', type: 'upload', relationTo: 'media' }],
}
