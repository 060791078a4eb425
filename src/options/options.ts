import type { CollectionConfig } from 'payload'

/** The site that readers visit, and as whom it speaks. */
export type SiteOptions = {
  /** Its address, without a slash at the end: links in feeds, sitemaps, ninjs and JSON-LD, and the ids of articles. */
  url: string
  /**
   * Where this server is reached, without a slash at the end. Where it is set, the API gives pictures whole addresses.
   *
   * @default url
   */
  serverUrl?: string | undefined
  /** @default 'Dateline' */
  name?: string | undefined
  /**
   * A BCP 47 tag.
   *
   * @default 'en'
   */
  language?: string | undefined
  /**
   * Whether this server shows the reader pages itself.
   *
   * @default true
   */
  hasReader?: boolean | undefined
  /**
   * Who mints ids, as RFC 4151 has it: `example.com,2025`.
   *
   * @default the host of the site, since 2025
   */
  tagAuthority?: string | undefined
  /** The newsroom's logo, for search engines. */
  logoUrl?: string | undefined
  /** The picture of a page that has none. */
  imageUrl?: string | undefined
}

/** An S3-compatible store that pictures are kept in. */
export type StorageOptions = {
  bucket: string
  region: string
  /** Undefined: Amazon's. */
  endpoint: string | undefined
  /** Undefined: whatever the machine has been given (its role, AWS_… variables, ~/.aws). */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  /** Whether the bucket is in the path and not in the name of the host. */
  isPathStyle: boolean
}

/** What a project changes of a collection. */
export type CollectionOptions = {
  /**
   * Its slug: what it is called in addresses, in the database, in GraphQL and in relations. Choose it before the first start,
   * for documents stay under the slug that they were made with.
   *
   * Lowercase letters, digits and single hyphens between them, beginning with a letter, 30 at most.
   *
   * @default what the option says of its collection
   */
  slug?: string | undefined
  /**
   * Is given the newsroom's collection and answers the one to use, with the same slug.
   *
   * @default the newsroom's collection as it is
   */
  override?: ((args: { defaultCollection: CollectionConfig }) => CollectionConfig | Promise<CollectionConfig>) | undefined
}

/** The same for API clients, which can be turned off. */
type ApiClientsOptions = CollectionOptions & {
  /**
   * Refuses every key, and lets nobody make one. The collection stays, under its slug.
   *
   * @default false
   */
  disabled?: boolean | undefined
}

/** What is on or off. */
export const SWITCHES = ['delivery', 'desk', 'disabled', 'feeds', 'import', 'isIntrospectionOpen', 'search'] as const

/** What a project says to the plugin `newsroom()`. */
export type NewsroomOptions = {
  /**
   * Programs with keys of their own; `false` is short for `{ disabled: true }`.
   *
   * @default { slug: 'api-clients' }
   */
  apiClients?: ApiClientsOptions | false
  /** @default { slug: 'articles' } */
  articles?: CollectionOptions
  /** @default { slug: 'authors' } */
  authors?: CollectionOptions
  /**
   * Pictures. A collection of uploads that the project has under this slug is joined with the newsroom's.
   *
   * @default { slug: 'media' }
   */
  media?: CollectionOptions
  /** @default { slug: 'sections' } */
  sections?: CollectionOptions
  /** @default { slug: 'tags' } */
  tags?: CollectionOptions
  /**
   * Who signs in. A collection of logins that the project has under this slug is joined with the newsroom's.
   *
   * @default { slug: admin.user, or else 'users' }
   */
  users?: CollectionOptions
  /**
   * The desk in place of Payload's dashboard, and `GET /api/desk`.
   *
   * @default true
   */
  desk?: boolean
  /**
   * RSS, Atom and JSON Feed.
   *
   * @default true
   */
  feeds?: boolean
  /**
   * `POST /api/import`, and the list of imports in the admin UI. The command `dateline import` works either way.
   *
   * @default true
   */
  import?: boolean
  /**
   * The search of articles, authors and tags by readers and programs, `where[search][like]`. The admin UI searches its lists
   * either way.
   *
   * @default true
   */
  search?: boolean
  /**
   * Tells the HTTP cache of every write. Only the app has this cache (docs/delivery.md), so it is off in other projects.
   *
   * @default false
   */
  delivery?: boolean
  /**
   * Keeps the tables and documents of the newsroom, and turns everything else off.
   *
   * @default false
   */
  disabled?: boolean
  /** @default { url: 'http://127.0.0.1:3000' } */
  site?: SiteOptions
  /**
   * The IANA time zone of dates without an offset, and of times in the admin UI and on reader pages.
   *
   * @default 'UTC'
   */
  timeZone?: string
  /**
   * The folder that uploaded pictures are kept in.
   *
   * @default '.data/media'
   */
  mediaDir?: string
  /** Keeps uploaded pictures in an S3-compatible store instead. */
  storage?: StorageOptions | undefined
  /** Who knows it may make the first administrator over HTTP in production. */
  setupToken?: string | undefined
  /** Where several processes count requests together; without it, in the database where that can. */
  redisUrl?: string | undefined
  /**
   * Whether this process runs scheduled publications, `on` or `off`.
   *
   * @default 'on'
   */
  jobs?: 'off' | 'on' | undefined
  /**
   * Whether GraphQL tells its schema in production, and the playground answers there.
   *
   * @default false
   */
  isIntrospectionOpen?: boolean
}
