import type { CollectionConfig } from 'payload'
import { admins } from '../../src/access/admins'
import { anyone } from '../../src/access/anyone'
import { mayUpdateMedia } from '../../src/access/media'
import { ownUploads } from '../../src/access/ownUploads'
import { signedIn, withLogin } from '../../src/access/signedIn'
import { anyOf } from '../../src/access/words'
import { hint, named, oneAndMany, placeholder } from '../../src/i18n/labels'
import { createdByField } from '../../src/fields/createdBy'
import { slugs } from '../../src/options/slugs'
import { PICTURES } from '../../src/security/pictures/pictureEnd'
import { serveSafely } from '../../src/security/pictures/serveSafely'
import type { CurrentOptions } from '../../src/options/current'
import { absoluteAddresses } from './hooks/absoluteAddresses'
import { inspectPicture } from './hooks/inspectPicture'
import { preventDeleteInUse } from './hooks/preventDeleteInUse'
import { readPictureText } from './hooks/readPictureText'
import { refuseFocalOutside } from './hooks/refuseFocalOutside'

const pictureHooks: CollectionConfig<'media'>['hooks'] = { afterRead: [absoluteAddresses], beforeDelete: [preventDeleteInUse] }

/**
 * What the newsroom does for files that the project keeps in its own way. Every login may bring files in, with or without a
 * role in the newsroom. The project says which files readers see.
 */
export const forOwnMedia = { access: { create: withLogin, delete: anyOf(admins, ownUploads), update: mayUpdateMedia }, hooks: pictureHooks }

/** Pictures (schema.org ImageObject), with what readers and rights holders need to be told. */
export function Media({ mediaDir }: CurrentOptions): CollectionConfig<'media'> {
  return {
    slug: slugs.media,
    labels: oneAndMany('picture', 'media'),
    access: { create: signedIn, delete: admins, read: anyone, update: mayUpdateMedia },
    admin: {
      group: named('content'),
      description: hint('media'),
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
        label: named('alternativeText'),
        required: true,
        admin: { description: hint('alternativeText') },
      },
      { name: 'caption', type: 'textarea', label: named('caption') },
      {
        name: 'credit',
        type: 'text',
        label: named('credit'),
        required: true,
        admin: { placeholder: placeholder('credit') },
      },
      { name: 'rights', type: 'textarea', label: named('rights'), admin: { description: hint('rights') } },
      createdByField(),
      { name: 'pictureText', type: 'ui', label: named('readFromFile'), admin: { components: { Field: 'dateline/client#PictureText' } } },
      { name: 'usage', type: 'ui', label: named('usage'), admin: { position: 'sidebar', components: { Field: 'dateline/rsc#Usage' } } },
    ],
    hooks: { ...pictureHooks, beforeOperation: [refuseFocalOutside, inspectPicture], beforeValidate: [readPictureText] },
    upload: {
      adminThumbnail: 'thumbnail',
      focalPoint: true,
      imageSizes: [
        // Sizes with a width alone are not made of a smaller picture; this one is, and would be enlarged where one side is smaller.
        { name: 'thumbnail', width: 320, height: 180, withoutEnlargement: true },
        { name: 'card', width: 768 },
        { name: 'wide', width: 1600 },
      ],
      mimeTypes: Object.values(PICTURES).map(({ mime }) => mime),
      modifyResponseHeaders: serveSafely,
      pasteURL: false,
      staticDir: mediaDir,
    },
  }
}
