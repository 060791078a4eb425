/**
 * What Node is started with to run TypeScript, here and in the scripts of package.json.
 *
 * The condition is for Lexical: its files for Node without one import themselves in a top-level await, and importing
 * several of them at once may wait for ever on Node 20 (it ends with exit code 13).
 */
export const TYPESCRIPT = ['--conditions=production', '--import', 'tsx'] as const

/** What Node is started with for a server (`src/cli/tsx.mjs` says why it is another). */
export const SERVER = ['--conditions=production', '--import', new URL('tsx.mjs', import.meta.url).href] as const
