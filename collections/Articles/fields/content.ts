import { MetaDescriptionField, MetaImageField, MetaTitleField, OverviewField } from '@payloadcms/plugin-seo/fields'
import { validations } from 'payload'
import type { RelationshipFieldManyValidation, Tab } from 'payload'
import { keepHidden, leaveOutHidden, leaveOutHiddenLinks } from '../../../src/access/hiddenRelations'
import { idOf } from '../../../src/articles/idOf'
import { CALENDAR_DAY } from '../../../src/fields/dayField'
import { trimmed } from '../../../src/fields/trimmed'
import { hint, named, placeholder } from '../../../src/i18n/labels'
import { slugs } from '../../../src/options/slugs'
import { newsEditor } from '../editor'

export function story(): Tab {
  return {
    label: named('story'),
    fields: [
      {
        name: 'headline',
        type: 'text',
        label: named('headline'),
        required: true,
        maxLength: 300,
        admin: { placeholder: placeholder('headline') },
        hooks: { beforeValidate: [trimmed] },
      },
      {
        name: 'standfirst',
        type: 'textarea',
        label: named('standfirst'),
        maxLength: 2000,
        admin: { rows: 3, description: hint('standfirst') },
      },
      { name: 'original', type: 'ui', label: named('originalCopy'), admin: { components: { Field: 'dateline/client#OriginalCopy' }, disableListColumn: true } },
      {
        name: 'body',
        type: 'richText',
        label: named('body'),
        required: true,
        editor: newsEditor(),
        hooks: { afterRead: [leaveOutHiddenLinks] },
      },
    ],
  }
}

/**
 * Payload holds relations to what may be chosen, of which the trash is no part: an article would have to be edited
 * because another one was put there, even to be withdrawn.
 */
const relatesToOthers: RelationshipFieldManyValidation = (value, { filterOptions: _unasked, ...options }) => {
  const isOwn = options.id !== undefined && (value ?? []).some((each) => idOf(each) === options.id)
  return isOwn ? 'An article is not related to itself.' : validations.relationship(value, options)
}

export function pictures(): Tab {
  return {
    label: named('pictureAndRelated'),
    fields: [
      {
        name: 'heroImage',
        type: 'upload',
        relationTo: slugs.media,
        label: named('heroImage'),
        admin: { description: hint('heroImage') },
      },
      {
        name: 'related',
        type: 'relationship',
        relationTo: slugs.articles,
        hasMany: true,
        label: named('relatedArticles'),
        filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
        validate: relatesToOthers,
        hooks: { afterRead: [leaveOutHidden], beforeChange: [keepHidden] },
      },
    ],
  }
}

export const dateline: Tab = {
  label: named('dateline'),
  fields: [
    {
      name: 'dateline',
      type: 'group',
      label: false,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'place', type: 'text', label: named('place'), admin: { width: '50%', placeholder: 'Pyongyang' } },
            {
              name: 'date',
              type: 'date',
              label: named('date'),
              custom: CALENDAR_DAY,
              admin: { width: '50%', components: { Field: 'dateline/client#CalendarDate' }, description: hint('datelineDate') },
            },
          ],
        },
        {
          name: 'text',
          type: 'text',
          label: named('asPrinted'),
          admin: { description: hint('datelineText') },
        },
      ],
    },
  ],
}

export function seo(): Tab {
  return {
    name: 'meta',
    label: named('searchAndSocial'),
    fields: [
      OverviewField({ titlePath: 'meta.title', descriptionPath: 'meta.description', imagePath: 'meta.image', overrides: { label: named('overview') } }),
      // An article is in one language; a project that has several would lose what was written before.
      MetaTitleField({ overrides: { label: named('title'), localized: false } }),
      MetaDescriptionField({ overrides: { label: named('description'), localized: false } }),
      MetaImageField({ relationTo: slugs.media, overrides: { label: named('metaImage'), localized: false, admin: { description: hint('metaImage') } } }),
    ],
  }
}
