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

/** What a project changes of a collection: it is given ours, and answers the one to use, with the same slug. */
export type CollectionOptions = {
  override: (args: { defaultCollection: CollectionConfig }) => CollectionConfig | Promise<CollectionConfig>
}

/** The collections that a project may change. */
export const OVERRIDABLE = ['apiClients', 'articles', 'authors', 'media', 'sections', 'tags', 'users'] as const

/** What a project says to the plugin `newsroom()`. */
export type NewsroomOptions = Partial<Record<(typeof OVERRIDABLE)[number], CollectionOptions>> & {
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
