import type { Config } from './payload-types'

/** Payload's functions know this app's collections. It is not in the package: a project that installs it has types of its own. */
declare module 'payload' {
  export interface GeneratedTypes extends Config {}
}
