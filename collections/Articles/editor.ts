import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData } from 'payload'
import { CleanPasteFeature } from '../../src/admin/paste/CleanPasteFeature'
import { NoteTypedFeature } from '../../src/admin/saving/NoteTypedFeature'
import { TextFeature } from '../../src/admin/text/TextFeature'
import { slugs } from '../../src/options/slugs'
import { Embed } from './blocks/Embed'
import { PullQuote } from './blocks/PullQuote'

/** What a news text needs, and no more: an article is not a layout. */
export function newsEditor(): ReturnType<typeof lexicalEditor> {
  return lexicalEditor({
    features: [
      FixedToolbarFeature(),
      InlineToolbarFeature(),
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BoldFeature(),
      ItalicFeature(),
      LinkFeature({ enabledCollections: [slugs.articles], fields: ({ defaultFields }) => defaultFields.map(mayLeadNowhere) }),
      UnorderedListFeature(),
      OrderedListFeature(),
      BlockquoteFeature(),
      UploadFeature({ enabledCollections: [slugs.media] }),
      BlocksFeature({ blocks: [PullQuote, Embed] }),
      CleanPasteFeature(),
      TextFeature(),
      NoteTypedFeature(),
    ],
  })
}

/**
 * What a link leads to may have been deleted since: that keeps no save of the story that has the link. Payload would look up
 * each linked document, for its `filterOptions`, whenever the story is validated.
 */
function mayLeadNowhere(field: FieldAffectingData): FieldAffectingData {
  return field.name === 'doc' && field.type === 'relationship' ? { ...field, filterOptions: undefined } : field
}
