import nextEnv from '@next/env'

/** Sets NODE_ENV, which Next and React read; types call it constant. */
export function setNodeEnv(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: mode === 'production' ? 'true' : '' })
}

/** Takes what the files `.env*` say into the environment, as Next does. Payload's own way loads its generators with it. */
export function loadEnv(): void {
  nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV !== 'production')
}
