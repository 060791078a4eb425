import { MetaDescriptionField, MetaImageField, MetaTitleField, OverviewField } from '@payloadcms/plugin-seo/fields'
import { validations } from 'payload'
import type { RelationshipFieldManyValidation, Tab } from 'payload'
import { idOf } from '../../../src/access/idOf'
import { newsEditor } from '../editor'

export const story: Tab = {
  label: 'Story',
  fields: [
    {
      name: 'headline',
      type: 'text',
      required: true,
      maxLength: 300,
      admin: { placeholder: 'What happened, in one line' },
    },
    {
      name: 'standfirst',
      type: 'textarea',
      maxLength: 2000,
      admin: { rows: 3, description: 'The lead, printed above the credits. Cards and search results show it too.' },
    },
    {
      name: 'body',
      type: 'richText',
      required: true,
      editor: newsEditor,
    },
  ],
}

/**
 * Payload holds relations to what may be chosen, of which the trash is no part: an article would have to be edited
 * because another one was put there, even to be withdrawn.
 */
const relatesToOthers: RelationshipFieldManyValidation = (value, { filterOptions: _unasked, ...options }) => {
  const isOwn = options.id !== undefined && (value ?? []).some((each) => idOf(each) === options.id)
  return isOwn ? 'An article is not related to itself.' : validations.relationship(value, options)
}

export const pictures: Tab = {
  label: 'Picture & related',
  fields: [
    {
      name: 'heroImage',
      type: 'upload',
      relationTo: 'media',
      label: 'Hero image',
      admin: { description: 'The picture on top of the article and on its cards.' },
    },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      label: 'Related articles',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      validate: relatesToOthers,
    },
  ],
}

export const dateline: Tab = {
  label: 'Dateline',
  fields: [
    {
      name: 'dateline',
      type: 'group',
      label: false,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'place', type: 'text', admin: { width: '50%', placeholder: 'Pyongyang' } },
            {
              name: 'date',
              type: 'date',
              admin: { width: '50%', date: { pickerAppearance: 'dayOnly' }, description: 'The day the copy was written.' },
            },
          ],
        },
        {
          name: 'text',
          type: 'text',
          label: 'As printed',
          admin: { description: 'The dateline as the copy has it. Left empty, place and date are shown.' },
        },
      ],
    },
  ],
}

export const seo: Tab = {
  name: 'meta',
  label: 'Search & social',
  fields: [
    OverviewField({ titlePath: 'meta.title', descriptionPath: 'meta.description', imagePath: 'meta.image' }),
    MetaTitleField({}),
    MetaDescriptionField({}),
    MetaImageField({ relationTo: 'media' }),
  ],
}
