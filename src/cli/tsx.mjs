/**
 * Lets Node run our TypeScript, as `--import tsx` does, until the server starts: everything that it loads then is
 * JavaScript, thousands of modules of Payload and Next among it, which tsx would read, and read their source maps, in half
 * of the time that a start takes.
 */
import { register } from 'tsx/esm/api'

const unregister = register()

/**
 * Runs what loads no TypeScript that is not loaded yet.
 *
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withoutTypeScript(run) {
  await unregister()
  // Those of our own modules are kept, and used again afterwards.
  process.setSourceMapsEnabled(false)
  try {
    return await run()
  } finally {
    process.setSourceMapsEnabled(true)
  }
}
