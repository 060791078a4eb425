import path from 'node:path'
import { BlocksFeature, lexicalEditor, LinkFeature, UploadFeature } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import type { CollectionConfig, CollectionSlug, Field, GlobalConfig, Payload, SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { databaseAdapter } from '../../../../../src/database/adapter'
import { newsroom } from '../../../../../src/plugin/newsroom'
import { hostAdapter } from '../../../../helpers/hostAdapter'
import { newDatabase } from '../../../../helpers/postgres'
import { tempDir } from '../tempDir'

/** The databases that a newsroom may be in: those of the app, and those of projects whose ids are counted. */
export const ENGINES = ['sqlite', 'mongodb', 'counted', 'postgres'] as const

export type Engine = (typeof ENGINES)[number]

/** A new, empty database. */
export type Place = { engine: Engine; url: string; mediaDir: string }

/** The servers of a run. */
export type Servers = Partial<Record<Engine, string>>

export async function newPlace(engine: Engine, servers: Servers): Promise<Place> {
  const folder = await tempDir()
  const server = servers[engine]
  return { engine, mediaDir: path.join(folder, 'media'), url: server === undefined ? `file:${path.join(folder, 'dateline.db')}` : newDatabase(server) }
}

/** The collection below, which the generated types of the app do not know. */
export const PAGES = 'pages' as CollectionSlug

const boxFields: Field[] = [{ name: 'onPage', type: 'relationship', relationTo: PAGES }, { name: 'words', type: 'text' }]

/** What a project may have beside a newsroom: relations of every kind, in lists, groups, blocks, JSON and rich texts, in two languages. */
const pages: CollectionConfig = {
  slug: 'pages',
  access: { read: () => true },
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'story', type: 'relationship', relationTo: 'articles' },
    { name: 'others', type: 'relationship', relationTo: ['articles', PAGES], hasMany: true },
    { name: 'rows', type: 'array', fields: [{ name: 'onPage', type: 'relationship', relationTo: PAGES }, { name: 'picture', type: 'upload', relationTo: 'media' }] },
    { name: 'layout', type: 'blocks', blocks: [{ slug: 'box', fields: boxFields }] },
    { name: 'aside', type: 'group', fields: [{ name: 'tags', type: 'relationship', relationTo: 'tags', hasMany: true, localized: true }] },
    { name: 'words', type: 'text', hasMany: true },
    { name: 'data', type: 'json' },
    {
      name: 'text',
      type: 'richText',
      editor: lexicalEditor({ features: [LinkFeature({ enabledCollections: ['articles', PAGES] }), UploadFeature({ enabledCollections: ['media'] }), BlocksFeature({ blocks: [{ slug: 'inText', fields: boxFields }] })] }),
    },
  ],
  versions: { drafts: true },
}

const footer: GlobalConfig = {
  slug: 'footer',
  access: { read: () => true },
  fields: [{ name: 'text', type: 'text' }, { name: 'onPage', type: 'relationship', relationTo: PAGES }],
  versions: { drafts: true },
}

async function configOf({ engine, mediaDir, url }: Place): Promise<SanitizedConfig> {
  return buildConfig({
    collections: [pages],
    db: engine === 'counted' || engine === 'postgres' ? hostAdapter(url) : await databaseAdapter(url),
    editor: lexicalEditor(),
    globals: [footer],
    localization: { defaultLocale: 'en', locales: ['en', 'de'] },
    logger: { options: { level: 'silent' } },
    plugins: [newsroom({ jobs: 'off', mediaDir })],
    secret: 'a secret for tests only',
    sharp,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
}

/** An open project, and what its REST API answers. */
export type Project = { payload: Payload; get: (path: string, token?: string) => Promise<unknown>; logIn: (email: string, password: string) => Promise<string> }

/** Runs a task with a project, which is closed afterwards: Payload's API knows one at a time. */
export async function withProject<T>(place: Place, task: (project: Project) => Promise<T>): Promise<T> {
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const config = await configOf(place)
  const payload = await getPayload({ config })
  const ask = async (path: string, init: RequestInit) => {
    const response = await handleEndpoints({ config, request: new Request(`http://127.0.0.1:3000/api/${path}`, init) })
    return (await response.json()) as Record<string, unknown>
  }
  try {
    return await task({
      payload,
      get: (path, token) => ask(path, { headers: token === undefined ? {} : { Authorization: `JWT ${token}` } }),
      logIn: async (email, password) => {
        const { token } = await ask('users/login', { method: 'POST', body: JSON.stringify({ email, password }), headers: { 'Content-Type': 'application/json' } })
        if (typeof token !== 'string') throw new Error(`${email} cannot sign in.`)
        return token
      },
    })
  } finally {
    await payload.destroy()
    const opened: typeof globalThis & { _payload?: Map<string, unknown> } = globalThis
    opened._payload?.delete('default')
  }
}
