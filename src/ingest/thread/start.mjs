/** Lets a thread run our TypeScript, which `--import tsx` does for the main thread only. */
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
