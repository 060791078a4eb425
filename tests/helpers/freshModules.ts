import { vi } from 'vitest'

/** What outlives a file of tests in its process: the environment that the first one found, and the newsrooms that Payload has opened. */
const shared: typeof globalThis & { _began?: NodeJS.ProcessEnv; _payload?: Map<string, unknown> } = globalThis

shared._began ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in shared._began)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, shared._began)
shared._payload?.clear()
vi.resetModules()
