import type { CollectionConfig, Config, Plugin } from 'payload'
import { deepMergeSimple } from 'payload/shared'
import { ApiClients } from '../../collections/ApiClients'
import { ArticleEvents } from '../../collections/ArticleEvents'
import { Articles } from '../../collections/Articles'
import { Authors } from '../../collections/Authors'
import { Imports } from '../../collections/Imports'
import { importEndpoint } from '../../collections/Imports/importEndpoint'
import { ImportItems } from '../../collections/Imports/ImportItems'
import { forOwnMedia, Media } from '../../collections/Media'
import { MAX_PICTURE_BYTES, TOO_MANY_BYTES } from '../../collections/Media/hooks/inspectPicture'
import { Sections } from '../../collections/Sections'
import { ShareLinks } from '../../collections/ShareLinks'
import { Tags } from '../../collections/Tags'
import { forOwnUsers, Users } from '../../collections/Users'
import { makeFirstLoginAdmin } from '../../collections/Users/firstAdmin'
import { withNewsroom as extendAdapter } from '../database/withNewsroom'
import { deliver } from '../delivery/plugin'
import { explainBulkErrors } from '../admin/lists/explainBulkErrors'
import { deskEndpoint } from '../desk/endpoint'
import { noEmail } from '../email'
import { supportedLanguages, words } from '../i18n/admin'
import { translateErrors } from '../i18n/refusals/translateErrors'
import { jobsConfig } from '../jobs'
import { currentOptions, setOptions } from '../options/current'
import type { CurrentOptions } from '../options/current'
import { ofNewsroom, ofProject } from '../options/ofNewsroom'
import type { CollectionOptions, NewsroomOptions } from '../options/options'
import { allSlugs, CLIENT_SLUGS, slugs } from '../options/slugs'
import type { CollectionName } from '../options/slugs'
import { storage } from '../storage/s3'
import { formLimits } from '../validation/formLimits'
import { tellNameless } from '../validation/namelessErrors'
import { overrideFaults } from './checkOverride'
import { checkOptions, checkProject, OptionsError } from './check'
import { tableFaults } from './checkTables'
import { closed, withSchemaOnly } from './disabled'
import { finishWhenConnected } from './finish'
import { isShared, withOurs, withTextIds } from './hostCollections'
import { INNER_PLUGINS } from './innerPlugins'

/** What is of imports alone. */
const OF_IMPORTS = ['imports', 'import-items']

/**
 * Payload plugin: a newsroom with its collections, rules, desk, import, formats and delivery. What a project sets in its
 * own config wins, except for the rules.
 *
 * @throws OptionsError when an option is wrong
 */
export function newsroom(options: NewsroomOptions = {}): Plugin {
  return async (config) => {
    checkOptions(options)
    const said = withLogins(options, config)
    checkProject(config, said)
    setOptions({ ...said, routes: config.routes })
    const { site, storage: store } = currentOptions()
    if (options.disabled) return withSchemaOnly({ ...config, db: await extendAdapter(config.db) }, await joinCollections(currentOptions(), config))
    // The cache sees the collections of all others.
    const plugins = [...(await storage(store, slugs.media, site.serverUrl ?? site.url)), ...INNER_PLUGINS, ...(options.delivery ? [deliver] : [])]
    let result = withNewsroom({ ...config, db: await extendAdapter(config.db) }, await joinCollections(currentOptions(), config))
    for (const plugin of plugins) result = await plugin(result)
    if (hasOwn(config, slugs.users)) result = withFirstAdmin(result)
    return { ...result, db: finishWhenConnected(result.db) }
  }
}

/** Where a project only says who signs in to its admin UI, it means the newsroom, too. */
function withLogins(options: NewsroomOptions, { admin }: Config): NewsroomOptions {
  return admin?.user === undefined || options.users?.slug !== undefined ? options : { ...options, users: { ...options.users, slug: admin.user } }
}

/** The newsroom's collections, as the project changes them, and the project's own. */
async function joinCollections(options: CurrentOptions, { collections: own = [], db }: Config): Promise<CollectionConfig[]> {
  const changed = [
    ['articles', Articles()],
    ['media', Media(options)],
    ['authors', Authors()],
    ['sections', Sections()],
    ['tags', Tags()],
    ['users', Users(options)],
    ['apiClients', ApiClients()],
  ] as const
  const ours: CollectionConfig[] = await Promise.all([
    ...changed.map(([name, collection]) => overridden(name, sharedWith(own, collection, options), options[name] || undefined)),
    ArticleEvents(),
    ShareLinks(),
    Imports(),
    ImportItems(),
  ])
  const { apiClients } = options
  const isOff = ({ slug }: CollectionConfig) => (slug === slugs.apiClients ? apiClients === false || apiClients?.disabled : OF_IMPORTS.includes(slug) && options.import === false)
  const isOwn = ({ slug }: Pick<CollectionConfig, 'slug'>) => hasOwn({ collections: own }, slug)
  const hasNumbers = db.defaultIDType === 'number'
  const newsrooms = ours.map((each) => {
    if (isOwn(each)) return each
    const reached = isOff(each) ? closed(each) : each
    return ofNewsroom(hasNumbers ? withTextIds(reached) : reached)
  })
  const all = [...newsrooms, ...own.filter(({ slug }) => !isShared(slug))]
  const faults = tableFaults(options, all)
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
  return all
}

function hasOwn({ collections = [] }: Pick<Config, 'collections'>, slug: string): boolean {
  return collections.some((each) => each.slug === slug)
}

/** The newsroom's collection, or the project's own of this slug with what the newsroom adds. */
function sharedWith(own: readonly CollectionConfig[], ours: CollectionConfig, { disabled = false }: CurrentOptions): CollectionConfig {
  const host = isShared(ours.slug) ? own.find(({ slug }) => slug === ours.slug) : undefined
  if (!host) return ours
  const added = host.slug === slugs.users ? forOwnUsers : forOwnMedia
  return withOurs(host, ours, disabled ? { access: added.access } : added)
}

async function overridden(name: CollectionName, defaultCollection: CollectionConfig, given: CollectionOptions | undefined): Promise<CollectionConfig> {
  const collection: Partial<CollectionConfig> | undefined = given?.override ? await given.override({ defaultCollection }) : defaultCollection
  if (!isCollection(collection)) throw new OptionsError(`newsroom: the override of ${defaultCollection.slug} gives no collection: return { ...defaultCollection, … }.`)
  if (collection.slug !== defaultCollection.slug) throw new OptionsError(`newsroom: the override of ${defaultCollection.slug} changes the slug to "${collection.slug}": say it beside the override, as in { slug: '${collection.slug}', override: … }.`)
  const faults = overrideFaults(name, defaultCollection, collection)
  if (faults.length > 0) throw new OptionsError(faults.map((fault) => `newsroom: the override of ${name} ${fault}`).join('\n'))
  return collection
}

/** In a project that had logins before the newsroom, somebody must be able to give roles. */
function withFirstAdmin(config: Config): Config {
  return {
    ...config,
    onInit: async (payload) => {
      await config.onInit?.(payload)
      await makeFirstLoginAdmin(payload)
    },
  }
}

/** A project in JavaScript may give anything. */
function isCollection(given: Partial<CollectionConfig> | undefined): given is CollectionConfig {
  return typeof given?.slug === 'string' && Array.isArray(given.fields)
}

function withNewsroom(config: Config, collections: CollectionConfig[]): Config {
  const { desk = true, import: isImporting = true, isIntrospectionOpen = false, jobs, site, timeZone } = currentOptions()
  const { admin, graphQL, hooks, i18n } = config
  const views = {
    ...(desk ? { dashboard: { Component: 'dateline/rsc#DeskView' } } : {}),
    // Without mail nobody can be sent a new password.
    ...(config.email === undefined ? { forgot: { Component: 'dateline/rsc#ForgotView' } } : {}),
  }
  return {
    defaultDepth: 1,
    maxDepth: 3,
    email: noEmail,
    ...config,
    jobs: jobsConfig(jobs, config.jobs),
    upload: { ...config.upload, limits: formLimits(MAX_PICTURE_BYTES), responseOnLimit: TOO_MANY_BYTES },
    admin: {
      // No picture from a third party: the admin UI asks nobody but this server.
      avatar: 'default',
      // In the order of each language.
      dateFormat: 'PPp',
      timezones: { defaultTimezone: timeZone },
      user: slugs.users,
      ...admin,
      // Payload's pictures for links are made for anybody who asks, with fonts from another server.
      meta: { defaultOGImageType: 'off', titleSuffix: ` · ${site.name ?? 'Dateline'}`, ...admin?.meta },
      custom: { ...admin?.custom, [CLIENT_SLUGS]: allSlugs() },
      components: {
        ...admin?.components,
        providers: ['dateline/client#NameControls', ...(admin?.components?.providers ?? [])],
        views: { ...views, ...admin?.components?.views },
      },
    },
    collections,
    endpoints: [...(isImporting ? [importEndpoint] : []), ...(desk ? [deskEndpoint] : []), ...(config.endpoints ?? []).map(ofProject)],
    graphQL: {
      disableIntrospectionInProduction: !isIntrospectionOpen,
      disablePlaygroundInProduction: !isIntrospectionOpen,
      // A relation counts ten, another field one (src/validation/graphqlFault.ts counts pages).
      maxComplexity: 1000,
      ...graphQL,
    },
    hooks: { ...hooks, afterError: [tellNameless, explainBulkErrors, translateErrors, ...(hooks?.afterError ?? [])] },
    i18n: { fallbackLanguage: 'en', supportedLanguages, ...i18n, translations: deepMergeSimple(words, i18n?.translations ?? {}) },
  }
}
