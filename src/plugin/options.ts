import type { StorageSettings } from '../storage/settings'

/** What a project says to {@link newsroom}; everything may be left out. */
export type NewsroomOptions = {
  /**
   * Whether this process runs scheduled publications, `on` or `off`.
   *
   * @default 'on'
   */
  jobs?: string | undefined
  /**
   * Whether GraphQL tells its schema in production, and the playground answers there.
   *
   * @default false
   */
  isIntrospectionOpen?: boolean
  /**
   * An S3-compatible store for uploaded pictures, at the address from which they are served.
   *
   * @default a folder of this machine
   */
  storage?: { settings: StorageSettings | undefined; serverUrl: string }
}
