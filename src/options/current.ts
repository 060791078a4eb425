import type { NewsroomOptions, SiteOptions } from './options'

/** Where the project has Payload's API and admin UI. */
type Routes = { api: string; admin: string }

/** The options with their defaults, and where the project has Payload. */
export type CurrentOptions = NewsroomOptions & { mediaDir: string; routes: Routes; site: SiteOptions; timeZone: string }

/** Payload's own defaults. */
const ROUTES: Routes = { admin: '/admin', api: '/api' }
const DEFAULTS: CurrentOptions = { mediaDir: '.data/media', routes: ROUTES, site: { url: 'http://127.0.0.1:3000' }, timeZone: 'UTC' }

/** One place for a whole process: a bundler loads this file more than once. */
const KEY = Symbol.for('dateline.options')

/** What the project said to `newsroom()`; the defaults where no config was loaded. */
export function currentOptions(): CurrentOptions {
  return holder()[KEY] ?? DEFAULTS
}

/** Says what {@link currentOptions} answers from now on. */
export function setOptions({ routes = {}, ...options }: NewsroomOptions & { routes?: { admin?: string | undefined; api?: string | undefined } | undefined }): void {
  holder()[KEY] = { ...DEFAULTS, ...options, routes: { admin: routes.admin ?? ROUTES.admin, api: routes.api ?? ROUTES.api } }
}

function holder(): { [KEY]?: CurrentOptions } {
  const shared: typeof globalThis & { [KEY]?: CurrentOptions } = globalThis
  return shared
}
