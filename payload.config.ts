import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { seoPlugin } from '@payloadcms/plugin-seo'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { ApiClients } from './collections/ApiClients'
import { ArticleEvents } from './collections/ArticleEvents'
import { Articles } from './collections/Articles'
import { tellScheduleFailures } from './collections/Articles/schedule/task'
import { takeDownByUpdate } from './collections/Articles/takeDown/byUpdate'
import { Authors } from './collections/Authors'
import { ImportItems } from './collections/Imports/ImportItems'
import { Imports } from './collections/Imports'
import { importEndpoint } from './collections/Imports/importEndpoint'
import { Media } from './collections/Media'
import { MAX_PICTURE_BYTES, TOO_MANY_BYTES } from './collections/Media/hooks/inspectPicture'
import { redirects } from './collections/Redirects'
import { Sections } from './collections/Sections'
import { ShareLinks } from './collections/ShareLinks'
import { Tags } from './collections/Tags'
import { Users } from './collections/Users'
import { noticeOnLists } from './src/admin/lists/noticeOnLists'
import { explainBulkErrors } from './src/admin/lists/explainBulkErrors'
import { supportedLanguages, words } from './src/i18n/admin'
import { disableEndpoints } from './src/validation/disabledEndpoints'
import { honourLocks } from './src/access/honourLocks'
import { restrictPayloadCollections } from './src/security/payloadCollections'
import { askNoMoreThanRest } from './src/graphql/optionalInput'
import { limitPages } from './src/validation/pageLimit'
import { refuseBadInput } from './src/validation/refuseBadInput'
import { databaseAdapter } from './src/database/adapter'
import { deliver } from './src/delivery/plugin'
import { deskEndpoint } from './src/desk/endpoint'
import { noEmail } from './src/email'
import { newsroomTimeZone } from './src/text/dateText'
import { keepDatesIso } from './src/validation/isoDates'
import { formLimits } from './src/validation/formLimits'
import { countActs } from './src/security/plugin'
import { jobsConfig } from './src/jobs'
import { logOptions } from './src/log'
import { translateErrors } from './src/i18n/refusals/translateErrors'
import { readSite, readStorage } from './src/settings'
import { storage } from './src/storage/s3'

const isIntrospectionOpen = process.env.GRAPHQL_INTROSPECTION?.trim() === 'true'
const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: {
    // No picture from a third party: the admin UI asks nobody but this server.
    avatar: 'default',
    components: {
      providers: ['/src/admin/controls/NameControls#NameControls'],
      views: {
        dashboard: { Component: '/src/admin/desk/DeskView#DeskView' },
        // Take this out where `email` below is set.
        forgot: { Component: '/src/admin/forgot/ForgotView#ForgotView' },
      },
    },
    // In the order of each language.
    dateFormat: 'PPp',
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Dateline' },
    timezones: { defaultTimezone: newsroomTimeZone() },
    user: Users.slug,
  },
  collections: [Articles, Media, Authors, Sections, Tags, Users, ApiClients, ArticleEvents, ShareLinks, Imports, ImportItems],
  db: await databaseAdapter(process.env.DATABASE_URL),
  defaultDepth: 1,
  editor: lexicalEditor(),
  email: noEmail,
  endpoints: [importEndpoint, deskEndpoint],
  graphQL: {
    disableIntrospectionInProduction: !isIntrospectionOpen,
    disablePlaygroundInProduction: !isIntrospectionOpen,
    // A relation counts ten, another field one (src/validation/graphqlFault.ts counts pages).
    maxComplexity: 1000,
    schemaOutputFile: path.join(root, 'schema.graphql'),
  },
  hooks: { afterError: [explainBulkErrors, translateErrors] },
  i18n: { fallbackLanguage: 'en', supportedLanguages, translations: words },
  jobs: jobsConfig(process.env.JOBS),
  // Standard output belongs to the commands: their reports are read by machines.
  logger: { destination: process.stderr, options: logOptions(process.env.LOG_LEVEL) },
  maxDepth: 3,
  // The SEO plugin for its words and widgets only: the fields stand in the article's own tab.
  plugins: [...(await storage(readStorage(process.env), 'media', readSite(process.env).serverUrl)), seoPlugin({}), redirects, noticeOnLists, limitPages, refuseBadInput, honourLocks, askNoMoreThanRest, countActs, deliver],
  secret: process.env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
  upload: { limits: formLimits(MAX_PICTURE_BYTES), responseOnLimit: TOO_MANY_BYTES },
  typescript: { outputFile: path.join(root, 'src/payload-types.ts') },
})
  .then(tellScheduleFailures)
  .then(restrictPayloadCollections)
  .then(disableEndpoints)
  .then(takeDownByUpdate)
  .then(keepDatesIso)
