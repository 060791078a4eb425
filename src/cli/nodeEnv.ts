/** Sets NODE_ENV, which Next and React read; types call it constant. */
export function setNodeEnv(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: mode === 'production' ? 'true' : '' })
}
