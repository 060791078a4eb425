import path from 'node:path'

/**
 * The Payload config that commands work with. In the app it is payload.config.ts, and the commands open the database that
 * the environment names. A project that installed the package has a config that names its own.
 */
let projectConfig: string | undefined

/** Lets commands work with the config of a project that installed the package. */
export function useProjectConfig(file: string): void {
  projectConfig = file
}

/** Whether commands run in a project that installed the package, and not in the app. */
export function isInstalled(): boolean {
  return projectConfig !== undefined
}

/** The file of the config; absolute. */
export function configFile(): string {
  return projectConfig ?? path.resolve('payload.config.ts')
}

/** A text on commands, as they are written here. */
export function asWrittenHere(text: string): string {
  return isInstalled() ? text.replace(/npm run (\w+)(?::data)? --/g, 'npx dateline $1') : text
}
