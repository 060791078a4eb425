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
import { CleanPasteFeature } from '../../src/admin/paste/CleanPasteFeature'
import { NoteTypedFeature } from '../../src/admin/saving/NoteTypedFeature'
import { TextFeature } from '../../src/admin/text/TextFeature'
import { Embed } from './blocks/Embed'
import { PullQuote } from './blocks/PullQuote'

/** What a news text needs, and no more: an article is not a layout. */
export const newsEditor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    ItalicFeature(),
    LinkFeature({ enabledCollections: ['articles'] }),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    UploadFeature({ enabledCollections: ['media'] }),
    BlocksFeature({ blocks: [PullQuote, Embed] }),
    CleanPasteFeature(),
    TextFeature(),
    NoteTypedFeature(),
  ],
})
