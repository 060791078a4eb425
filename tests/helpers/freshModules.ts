import { vi } from 'vitest'

/** Runs before each test file. Files share a process, so this resets the environment, Payload's cache of instances, and our modules. */
const shared: typeof globalThis & { _began?: NodeJS.ProcessEnv; _payload?: Map<string, unknown> } = globalThis

shared._began ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in shared._began)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, shared._began)
shared._payload?.clear()
vi.resetModules()
