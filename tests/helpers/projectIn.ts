import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload } from 'payload'
import type { Config, Payload, SanitizedConfig } from 'payload'
import { onTestFinished } from 'vitest'
import type { NewsroomOptions } from '../../src/options/options'
import { newsroom } from '../../src/plugin/newsroom'
import { adapterFor } from './hostAdapter'
import { databaseUrl } from './newsroom'

/** A project with these options, and with settings of its own, on the engine of this run; its files are in the folder. */
export async function projectIn(folder: string, options: NewsroomOptions, own: Partial<Config> = {}): Promise<SanitizedConfig> {
  return buildConfig({
    ...own,
    db: own.db ?? (await adapterFor(databaseUrl(folder))),
    editor: lexicalEditor(),
    logger: { options: { level: 'silent' } },
    plugins: [newsroom({ mediaDir: path.join(folder, 'media'), ...options })],
    secret: 'a secret for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
}

/** Opens a project where the routes look for it, until the test ends. */
export async function openForRoutes(config: SanitizedConfig): Promise<Payload> {
  const payload = await getPayload({ config })
  onTestFinished(async () => {
    await payload.destroy()
    const opened: typeof globalThis & { _payload?: Map<string, unknown> } = globalThis
    opened._payload?.delete('default')
  })
  return payload
}
