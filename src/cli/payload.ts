import { pathToFileURL } from 'node:url'
import { getPayload } from 'payload'
import type { Payload, SanitizedConfig } from 'payload'
import { configFile } from './project'

/**
 * Runs a task with Payload on the database of the environment, and gives everything back afterwards.
 *
 * The configuration is loaded only now, because it reads the environment when it is loaded.
 */
export async function withPayload<T>(task: (payload: Payload) => Promise<T>): Promise<T> {
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const { default: config }: { default: Promise<SanitizedConfig> } = await import(pathToFileURL(configFile()).href)
  const payload = await getPayload({ config })
  try {
    return await task(payload)
  } finally {
    await payload.destroy()
  }
}
