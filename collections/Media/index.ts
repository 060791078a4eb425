import type { CollectionConfig } from 'payload'
import { admins } from '../../src/access/admins'
import { anyone } from '../../src/access/anyone'
import { mayUpdateMedia } from '../../src/access/media'
import { signedIn } from '../../src/access/signedIn'
import { createdByField } from '../../src/fields/createdBy'
import { PICTURES } from '../../src/guard/pictures/pictureEnd'
import { serveSafely } from '../../src/guard/pictures/serveSafely'
import { readMediaDir } from '../../src/settings'
import { inspectPicture } from './hooks/inspectPicture'
import { keepUsed } from './hooks/keepUsed'
import { readPictureText } from './hooks/readPictureText'

/** Pictures (schema.org ImageObject), with what readers and rights holders need to be told. */
export const Media: CollectionConfig<'media'> = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Media' },
  access: { create: signedIn, delete: admins, read: anyone, update: mayUpdateMedia },
  admin: {
    group: 'Content',
    description: 'Pictures. Each needs a text for those who cannot see it, and a credit.',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'caption', 'credit'],
  },
  defaultPopulate: {
    alt: true,
    caption: true,
    credit: true,
    filename: true,
    focalX: true,
    focalY: true,
    height: true,
    mimeType: true,
    sizes: true,
    url: true,
    width: true,
  },
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'Alternative text',
      required: true,
      admin: { description: 'What the picture shows, for readers who cannot see it.' },
    },
    { name: 'caption', type: 'textarea' },
    {
      name: 'credit',
      type: 'text',
      required: true,
      admin: { placeholder: 'Photographer / agency' },
    },
    { name: 'rights', type: 'textarea', admin: { description: 'Where and until when it may be used.' } },
    createdByField(),
    { name: 'pictureText', type: 'ui', admin: { components: { Field: '/src/admin/media/PictureText#PictureText' } } },
    { name: 'usage', type: 'ui', admin: { position: 'sidebar', components: { Field: '/src/admin/media/Usage#Usage' } } },
  ],
  hooks: { beforeOperation: [inspectPicture], beforeValidate: [readPictureText], beforeDelete: [keepUsed] },
  upload: {
    adminThumbnail: 'thumbnail',
    focalPoint: true,
    imageSizes: [
      { name: 'thumbnail', width: 320, height: 180 },
      { name: 'card', width: 768 },
      { name: 'wide', width: 1600 },
    ],
    mimeTypes: Object.values(PICTURES).map(({ mime }) => mime),
    modifyResponseHeaders: serveSafely,
    pasteURL: false,
    staticDir: readMediaDir(process.env),
  },
}
