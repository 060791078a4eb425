import { OriginalCopy as OriginalCopy_55bc9364a2ba47a3257c3d7b35c8009c } from '../../../../src/admin/original/OriginalCopy'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { NoteTypedFeatureClient as NoteTypedFeatureClient_91c74f4dc90d197dddbc486318d32c90 } from '../../../../src/admin/saving/NoteTypedFeature.client'
import { TextFeatureClient as TextFeatureClient_9ab472937d34f0335f0b7e66f8511e85 } from '../../../../src/admin/text/TextFeature.client'
import { CleanPasteFeatureClient as CleanPasteFeatureClient_5b053c2631c87ec1fedc52b9ca7d5b22 } from '../../../../src/admin/paste/CleanPasteFeature.client'
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
import { CalendarDate as CalendarDate_b22e5e9371eea14d18ae0d6db3a0eacc } from '../../../../src/admin/fields/CalendarDate'
import { CorrectionLabel as CorrectionLabel_72434887bbb50efd82c03dcbfa45544e } from '../../../../src/admin/article/CorrectionLabel'
import { ShareDraft as ShareDraft_1f3abd346ffe22c2d8b955be8136bfa9 } from '../../../../src/admin/share/ShareDraft'
import { OverviewComponent as OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaTitleComponent as MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { MetaDescriptionComponent as MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860 } from '@payloadcms/plugin-seo/client'
import { StagePanel as StagePanel_68d804159c15704f2b736ce2211ab2fb } from '../../../../src/admin/article/StagePanel'
import { VisibilityCell as VisibilityCell_140a6e72f5432bac0c886532d472c5ea } from '../../../../src/admin/visibility/VisibilityCell'
import { WordCount as WordCount_73d4e8c76526ee385bcd7e500d13e191 } from '../../../../src/admin/article/WordCount'
import { BylineLabel as BylineLabel_5e868a7848380dc707cf7b32a897336d } from '../../../../src/admin/article/BylineLabel'
import { PersonCell as PersonCell_9f066f496b734f1eca5fb377ea6ef980 } from '../../../../src/admin/people/PersonCell'
import { PersonField as PersonField_37dac85035a4d6cf5a23ef55a87207c0 } from '../../../../src/admin/people/PersonField'
import { UnaskedNotice as UnaskedNotice_a6eb7a940ed31918a81ee9b556358fbd } from '../../../../src/admin/lists/UnaskedNotice'
import { ArticleViews as ArticleViews_cd1bcc9cd937fbb0ec747fcf39c2efce } from '../../../../src/admin/lists/ArticleViews'
import { KeptButton as KeptButton_d122337ed467422090d5b27155aff52a } from '../../../../src/admin/article/KeptButton'
import { VisibilityStatus as VisibilityStatus_131dbd20aa81a32caee1b25529efc00b } from '../../../../src/admin/visibility/VisibilityStatus'
import { NewArticleView as NewArticleView_1d28a50041eff6c2193dd82d47527b27 } from '../../../../src/admin/newArticle/NewArticleView'
import { PictureText as PictureText_1bd7f510105bf263c68a666d93776b78 } from '../../../../src/admin/media/PictureText'
import { Usage as Usage_97674127442bb3661a8475ffc46b7cf0 } from '../../../../src/admin/media/Usage'
import { MergeField as MergeField_6ba489a7f0bfc9a37c9d9fb65fad8c4d } from '../../../../src/admin/taxonomy/MergeField'
import { TermViews as TermViews_8150e72259382bbbdf2d0caaa884a4be } from '../../../../src/admin/lists/TermViews'
import { Sections as Sections_b938ef89f8ac9727c9dbee68aae1afa6 } from '../../../../src/admin/taxonomy/Sections'
import { NewKey as NewKey_98d1642bbcced4daceb35b5f77172682 } from '../../../../src/admin/apiClients/NewKey'
import { LogValueCell as LogValueCell_b6bc255c292be728192ec501fc5df91e } from '../../../../src/admin/log/LogValueCell'
import { ImportCopy as ImportCopy_128f1f99e1b537b81b0d80c04f99d407 } from '../../../../src/admin/imports/ImportCopy'
import { NameControls as NameControls_4e1fd6159f0a53aa5b71d8adce2207e1 } from '../../../../src/admin/controls/NameControls'
import { DeskView as DeskView_a327a476c4e76f41b3e5642f815df220 } from '../../../../src/admin/desk/DeskView'
import { ForgotView as ForgotView_22cd9aead117b322a97c278a159fb025 } from '../../../../src/admin/forgot/ForgotView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/original/OriginalCopy#OriginalCopy": OriginalCopy_55bc9364a2ba47a3257c3d7b35c8009c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/src/admin/saving/NoteTypedFeature.client#NoteTypedFeatureClient": NoteTypedFeatureClient_91c74f4dc90d197dddbc486318d32c90,
  "/src/admin/text/TextFeature.client#TextFeatureClient": TextFeatureClient_9ab472937d34f0335f0b7e66f8511e85,
  "/src/admin/paste/CleanPasteFeature.client#CleanPasteFeatureClient": CleanPasteFeatureClient_5b053c2631c87ec1fedc52b9ca7d5b22,
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
  "/src/admin/fields/CalendarDate#CalendarDate": CalendarDate_b22e5e9371eea14d18ae0d6db3a0eacc,
  "/src/admin/article/CorrectionLabel#CorrectionLabel": CorrectionLabel_72434887bbb50efd82c03dcbfa45544e,
  "/src/admin/share/ShareDraft#ShareDraft": ShareDraft_1f3abd346ffe22c2d8b955be8136bfa9,
  "@payloadcms/plugin-seo/client#OverviewComponent": OverviewComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaTitleComponent": MetaTitleComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "@payloadcms/plugin-seo/client#MetaDescriptionComponent": MetaDescriptionComponent_a8a977ebc872c5d5ea7ee689724c0860,
  "/src/admin/article/StagePanel#StagePanel": StagePanel_68d804159c15704f2b736ce2211ab2fb,
  "/src/admin/visibility/VisibilityCell#VisibilityCell": VisibilityCell_140a6e72f5432bac0c886532d472c5ea,
  "/src/admin/article/WordCount#WordCount": WordCount_73d4e8c76526ee385bcd7e500d13e191,
  "/src/admin/article/BylineLabel#BylineLabel": BylineLabel_5e868a7848380dc707cf7b32a897336d,
  "/src/admin/people/PersonCell#PersonCell": PersonCell_9f066f496b734f1eca5fb377ea6ef980,
  "/src/admin/people/PersonField#PersonField": PersonField_37dac85035a4d6cf5a23ef55a87207c0,
  "/src/admin/lists/UnaskedNotice#UnaskedNotice": UnaskedNotice_a6eb7a940ed31918a81ee9b556358fbd,
  "/src/admin/lists/ArticleViews#ArticleViews": ArticleViews_cd1bcc9cd937fbb0ec747fcf39c2efce,
  "/src/admin/article/KeptButton#KeptButton": KeptButton_d122337ed467422090d5b27155aff52a,
  "/src/admin/visibility/VisibilityStatus#VisibilityStatus": VisibilityStatus_131dbd20aa81a32caee1b25529efc00b,
  "/src/admin/newArticle/NewArticleView#NewArticleView": NewArticleView_1d28a50041eff6c2193dd82d47527b27,
  "/src/admin/media/PictureText#PictureText": PictureText_1bd7f510105bf263c68a666d93776b78,
  "/src/admin/media/Usage#Usage": Usage_97674127442bb3661a8475ffc46b7cf0,
  "/src/admin/taxonomy/MergeField#MergeField": MergeField_6ba489a7f0bfc9a37c9d9fb65fad8c4d,
  "/src/admin/lists/TermViews#TermViews": TermViews_8150e72259382bbbdf2d0caaa884a4be,
  "/src/admin/taxonomy/Sections#Sections": Sections_b938ef89f8ac9727c9dbee68aae1afa6,
  "/src/admin/apiClients/NewKey#NewKey": NewKey_98d1642bbcced4daceb35b5f77172682,
  "/src/admin/log/LogValueCell#LogValueCell": LogValueCell_b6bc255c292be728192ec501fc5df91e,
  "/src/admin/imports/ImportCopy#ImportCopy": ImportCopy_128f1f99e1b537b81b0d80c04f99d407,
  "/src/admin/controls/NameControls#NameControls": NameControls_4e1fd6159f0a53aa5b71d8adce2207e1,
  "/src/admin/desk/DeskView#DeskView": DeskView_a327a476c4e76f41b3e5642f815df220,
  "/src/admin/forgot/ForgotView#ForgotView": ForgotView_22cd9aead117b322a97c278a159fb025,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
