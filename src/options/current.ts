import type { NewsroomOptions, SiteOptions } from './options'

/** The options with their defaults. */
export type CurrentOptions = NewsroomOptions & { mediaDir: string; site: SiteOptions; timeZone: string }

const DEFAULTS: CurrentOptions = { mediaDir: '.data/media', site: { url: 'http://127.0.0.1:3000' }, timeZone: 'UTC' }

/** One place for a whole process: a bundler loads this file more than once. */
const KEY = Symbol.for('dateline.options')

/** What the project said to `newsroom()`; the defaults where no config was loaded. */
export function currentOptions(): CurrentOptions {
  return holder()[KEY] ?? DEFAULTS
}

/** Says what {@link currentOptions} answers from now on. */
export function setOptions(options: NewsroomOptions): void {
  holder()[KEY] = { ...DEFAULTS, ...options }
}

function holder(): { [KEY]?: CurrentOptions } {
  const shared: typeof globalThis & { [KEY]?: CurrentOptions } = globalThis
  return shared
}
