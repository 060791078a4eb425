import type { CollectionConfig } from 'payload'
import {
  mayCreateArticles,
  mayDeleteArticles,
  mayReadArticles,
  mayReadArticleVersions,
} from '../../src/access/articles'
import { hint, named, oneAndMany } from '../../src/i18n/labels'
import { slugs } from '../../src/options/slugs'
import { deleteShareLinks } from '../ShareLinks/hooks/deleteWithArticle'
import { articleEndpoints } from './endpoints'
import { articleFields } from './fields'
import { countWords } from './hooks/countWords'
import { dateChange } from './hooks/dateChange'
import { datePublication } from './hooks/datePublication'
import { followWorkflow } from './hooks/followWorkflow'
import { deleteRedirects, noteOldSlug, redirectOldSlug } from './hooks/redirectOldSlug'
import { restoreTextOnly } from './hooks/restoreTextOnly'
import { recordRevision } from './hooks/recordRevision'
import { renewLock } from './hooks/renewLock'
import { bindSchedule } from './schedule/bindSchedule'
import { leaveTrashAsDraft, noteIntent, refuseImplicitStatus } from './hooks/refuseImplicitStatus'
import { restrictToDrafts } from './hooks/restrictToDrafts'
import { ignoreDraftForReaders } from './hooks/ignoreDraftForReaders'
import { refuseCopyOfTrashed } from './hooks/refuseCopyOfTrashed'
import { restrictToOwnArticles } from './hooks/restrictToOwnArticles'
import { logEvents } from './hooks/logEvents'
import { noteDraftSave } from './hooks/noteDraftSave'
import { addMovedTo } from './hooks/addMovedTo'
import { respondGone } from './hooks/respondGone'
import { addNextCursor, readAfterCursor } from './hooks/cursorPagination'
import { mayUpdateNow } from './mayUpdateNow'

/**
 * How public articles are sorted (Payload adds createdAt to every sort), then the rest of what the public rule looks
 * at: lists are found and counted in the index, without a look at the articles.
 */
const newestPublic = ['publishedAt', 'createdAt', 'pubStatus', 'deletedAt', 'embargoUntil']

/** What the newsroom publishes (schema.org NewsArticle). */
export function Articles(): CollectionConfig<'articles'> {
  return {
    slug: slugs.articles,
    labels: oneAndMany('article', 'articles'),
    access: {
      create: mayCreateArticles,
      delete: mayDeleteArticles,
      read: mayReadArticles,
      readVersions: mayReadArticleVersions,
      update: mayUpdateNow,
    },
    admin: {
      group: named('content'),
      useAsTitle: 'headline',
      components: {
        beforeListTable: ['dateline/rsc#ArticleViews'],
        edit: {
          PublishButton: 'dateline/client#KeptButton',
          Status: 'dateline/client#VisibilityStatus',
        },
        views: { create: { Component: 'dateline/rsc#NewArticleView', exact: true, path: '/create' } },
      },
      description: hint('articles'),
      defaultColumns: ['headline', 'heroImage', 'section', 'visibility', 'stage', 'updatedAt'],
      listSearchableFields: ['search'],
      livePreview: {
        url: ({ data }) => previewOf(data),
        breakpoints: [
          { label: 'Desktop', name: 'desktop', width: 1280, height: 900 },
          { label: 'Phone', name: 'phone', width: 390, height: 844 },
        ],
      },
      pagination: { defaultLimit: 25 },
      preview: (article) => previewOf(article),
    },
    defaultPopulate: { headline: true, slug: true, publishedAt: true, standfirst: true },
    defaultSort: '-publishedAt',
    endpoints: articleEndpoints,
    fields: articleFields(),
    hooks: {
      beforeOperation: [ignoreDraftForReaders, refuseCopyOfTrashed, restrictToDrafts, noteDraftSave, noteIntent, readAfterCursor],
      beforeValidate: [restrictToOwnArticles],
      beforeChange: [restoreTextOnly, leaveTrashAsDraft, refuseImplicitStatus, countWords, followWorkflow, datePublication, dateChange, noteOldSlug, recordRevision],
      afterChange: [renewLock, logEvents, redirectOldSlug, bindSchedule],
      beforeDelete: [deleteRedirects, deleteShareLinks],
      afterOperation: [addMovedTo, addNextCursor],
      afterError: [respondGone],
    },
    indexes: [
      { fields: ['_status', ...newestPublic] },
      { fields: ['section', '_status', ...newestPublic] },
      // The columns of the desk.
      { fields: ['stage', '_status', 'updatedAt'] },
    ],
    trash: true,
    versions: {
      drafts: {
        // The page saves by itself (src/admin/saving); Payload's own timer, which never retries, must not run.
        autosave: { interval: 2_147_483_647 },
        schedulePublish: true,
        validate: false,
      },
      maxPerDoc: 100,
    },
  }
}

/** Where the newest version of an article is shown as readers would see it; nowhere before it is saved. */
function previewOf({ id }: Record<string, unknown>): string | null {
  return typeof id === 'string' ? `/preview/articles/${id}` : null
}
