import { OriginalCopy as OriginalCopy_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { NoteTypedFeatureClient as NoteTypedFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { TextFeatureClient as TextFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { CleanPasteFeatureClient as CleanPasteFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CalendarDate as CalendarDate_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { CorrectionLabel as CorrectionLabel_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { ShareDraft as ShareDraft_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { StagePanel as StagePanel_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { VisibilityCell as VisibilityCell_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { WordCount as WordCount_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { BylineLabel as BylineLabel_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { PersonCell as PersonCell_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { PersonField as PersonField_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { UnaskedNotice as UnaskedNotice_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { ArticleViews as ArticleViews_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { KeptButton as KeptButton_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { VisibilityStatus as VisibilityStatus_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { NewArticleView as NewArticleView_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { PictureText as PictureText_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { Usage as Usage_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { StaysUnsaved as StaysUnsaved_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { MergeField as MergeField_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { TermViews as TermViews_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { Sections as Sections_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { NewKey as NewKey_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { LogValueCell as LogValueCell_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { ImportCopy as ImportCopy_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { NameControls as NameControls_b5ecf5ac8c3e0a524d112f1e0834bf9c } from 'dateline/client'
import { DeskView as DeskView_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { ForgotView as ForgotView_8f1cd0fb811da6102cd098436bde1e36 } from 'dateline/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "dateline/client#OriginalCopy": OriginalCopy_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "dateline/client#NoteTypedFeatureClient": NoteTypedFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#TextFeatureClient": TextFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#CleanPasteFeatureClient": CleanPasteFeatureClient_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "dateline/client#CalendarDate": CalendarDate_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#CorrectionLabel": CorrectionLabel_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#ShareDraft": ShareDraft_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "dateline/client#StagePanel": StagePanel_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#VisibilityCell": VisibilityCell_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#WordCount": WordCount_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#BylineLabel": BylineLabel_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#PersonCell": PersonCell_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/rsc#PersonField": PersonField_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#UnaskedNotice": UnaskedNotice_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#ArticleViews": ArticleViews_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#KeptButton": KeptButton_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#VisibilityStatus": VisibilityStatus_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#NewArticleView": NewArticleView_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#PictureText": PictureText_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#Usage": Usage_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#StaysUnsaved": StaysUnsaved_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#MergeField": MergeField_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#TermViews": TermViews_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/rsc#Sections": Sections_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#NewKey": NewKey_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#LogValueCell": LogValueCell_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/client#ImportCopy": ImportCopy_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/client#NameControls": NameControls_b5ecf5ac8c3e0a524d112f1e0834bf9c,
  "dateline/rsc#DeskView": DeskView_8f1cd0fb811da6102cd098436bde1e36,
  "dateline/rsc#ForgotView": ForgotView_8f1cd0fb811da6102cd098436bde1e36,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
