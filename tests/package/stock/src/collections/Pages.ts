import type { CollectionConfig } from 'payload'
export const Pages: CollectionConfig = { slug: 'pages', admin: { useAsTitle: 'title' }, access: { read: () => true }, fields: [{ name: 'title', type: 'text', required: true }, { name: 'content', type: 'richText' }, { name: 'picture', type: 'upload', relationTo: 'media' }] }
