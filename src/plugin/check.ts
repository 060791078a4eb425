import type { Config } from 'payload'
import * as v from 'valibot'
import { SWITCHES } from '../options/options'
import type { CollectionOptions, NewsroomOptions, SiteOptions, StorageOptions } from '../options/options'
import { COLLECTION_NAMES, slugIn } from '../options/slugs'
import { quoted } from '../text/quoted'
import { address, faultsOf, isSiteAddress, language, onOrOff, timeZone } from '../text/values'
import { nearestName } from '../validation/nearestName'
import { slugFaults } from './checkSlugs'

/** An option is wrong; the message has one line for each. */
export class OptionsError extends Error {
  override name = 'OptionsError'
}

/** A schema for each option: one that is missing, or is of another type, does not compile. */
type SchemasOf<Options> = { [Name in keyof Required<Options>]: v.GenericSchema<unknown, Options[Name]> }

const PASS = 'pass an object of options, such as { site: { url: \'https://example.com\' } }, or nothing.'
const TAKES = 'takes { slug: \'…\', override: ({ defaultCollection }) => … }'

const word = v.string(({ input }) => `is a text, not ${quoted(input)}.`)
const secret = v.string('is a text.')
const yesOrNo = v.boolean(({ input }) => `is true or false, not ${quoted(input)}.`)
const site = address((url) => isSiteAddress(url) && !url.endsWith('/'), 'is not the address of a site: write it as https://example.com, without a slash at the end.')

const SITE = {
  ...v.entriesFromList(['imageUrl', 'logoUrl', 'name', 'tagAuthority'], v.optional(word)),
  hasReader: v.optional(yesOrNo),
  language: v.optional(language),
  serverUrl: v.optional(site),
  url: site,
} satisfies SchemasOf<SiteOptions>

const CREDENTIALS = { accessKeyId: secret, secretAccessKey: secret } satisfies SchemasOf<NonNullable<StorageOptions['credentials']>>

const STORAGE = {
  bucket: word,
  credentials: v.optional(record(CREDENTIALS, { has: 'has no', is: 'is { accessKeyId, secretAccessKey }, or is left out.', missing: 'is missing: write a text.' }), () => undefined),
  endpoint: v.optional(word, () => undefined),
  isPathStyle: yesOrNo,
  region: word,
} satisfies SchemasOf<StorageOptions>

const COLLECTION = {
  override: v.optional(v.custom<NonNullable<CollectionOptions['override']>>((given) => typeof given === 'function', 'is a function: ({ defaultCollection }) => ({ ...defaultCollection, … }).')),
  slug: v.optional(word),
} satisfies SchemasOf<CollectionOptions>

const CLIENTS = record({ ...COLLECTION, disabled: v.optional(yesOrNo) }, { has: 'has no', is: `${TAKES}, with disabled: true, or false.` })

const OPTIONS = {
  ...v.entriesFromList(COLLECTION_NAMES, v.optional(record(COLLECTION, { has: 'has no', is: `${TAKES}.` }))),
  ...v.entriesFromList(SWITCHES, v.optional(yesOrNo)),
  apiClients: v.optional(v.lazy((given) => (given === false ? v.literal(false) : CLIENTS))),
  jobs: v.optional(onOrOff),
  mediaDir: v.optional(word),
  redisUrl: v.optional(secret),
  setupToken: v.optional(secret),
  site: v.optional(record(SITE, { has: 'has no', is: 'is an object, such as { url: \'https://example.com\' }.', missing: 'is missing: write the address of the site, such as https://example.com.' })),
  storage: v.optional(record(STORAGE, { has: 'has no', is: 'is an object: write { bucket, region, isPathStyle }.', missing: 'is missing: write { bucket, region, isPathStyle }.' })),
  timeZone: v.optional(timeZone),
} satisfies SchemasOf<NewsroomOptions>

const SCHEMA = record(OPTIONS, { has: 'there is no option', is: PASS })

/**
 * The parameter is of the schema's type: an option that it knows less of does not compile.
 *
 * @throws OptionsError that says of each wrong option what to write
 */
export function checkOptions(options: v.InferOutput<v.ObjectSchema<typeof OPTIONS, undefined>>): void {
  const faults = faultsIn(options)
  if (faults.length > 0) throw new OptionsError(faults.map((fault) => `newsroom: ${fault}`).join('\n'))
}

/** @throws OptionsError when the newsroom cannot be kept in this project */
export function checkProject(config: Config, options: NewsroomOptions): void {
  const { admin, collections = [] } = config
  const [media, users] = [slugIn(options, 'media'), slugIn(options, 'users')]
  const faults = [
    admin?.user !== undefined && admin.user !== users && `newsroom: people sign in by one collection, but users.slug is ${quoted(users)} and admin.user is ${quoted(admin.user)}: write the same slug in both.`,
    collections.some(({ auth, slug }) => slug === users && !auth) && `newsroom: the collection "${users}" has no auth: people sign in to the newsroom by it.`,
    collections.some(({ slug, upload }) => slug === media && !upload) && `newsroom: the collection "${media}" has no upload: the pictures of articles are kept in it.`,
    ...slugFaults(options, config),
  ].filter((fault) => fault !== false)
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
}

function faultsIn(options: unknown): string[] {
  try {
    return faultsOf(v.safeParse(SCHEMA, options).issues)
  } catch {
    // A Proxy, or a property that throws.
    return [`the options cannot be read: ${PASS}`]
  }
}

/** An object that has these entries and no others; all its faults are told. */
function record<Entries extends v.ObjectEntries>(entries: Entries, { has, is, missing = is }: { has: string; is: string; missing?: string }) {
  const names = Object.keys(entries).sort()
  return v.pipe(
    v.custom<Record<string, unknown>>(isRecord, is),
    v.looseObject(entries, missing),
    v.rawCheck(({ addIssue, dataset: { value } }) => {
      for (const name of isRecord(value) ? Object.keys(value) : []) {
        if (!names.includes(name)) addIssue({ message: `${has} ${quoted(name)}${meant(name, names)}` })
      }
    }),
  )
}

function meant(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest === undefined ? `: known are ${known.join(', ')}` : `: did you mean ${nearest}?`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
