import { vi } from 'vitest'

/** What a file of tests finds as it was for the first one in its process: the environment, and no module of ours loaded. */
const began = ((globalThis as { dateline?: NodeJS.ProcessEnv }).dateline ??= { ...process.env })
for (const name of Object.keys(process.env)) if (!(name in began)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, began)
;(globalThis as { _payload?: Map<string, unknown> })._payload?.clear()
vi.resetModules()
