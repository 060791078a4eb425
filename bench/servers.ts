import { startChild } from './child'
import type { Child } from './child'
import { SECRET } from './data'
import type { Data } from './data'

/** What a measured server is called, and what it is. */
export const SERVERS = {
  ours: 'Dateline',
  app: 'Dateline, the built app (npm start)',
  stock: 'stock Payload',
  indexed: 'stock Payload with the compound index',
  bare: 'node:http, the bytes of Dateline written down',
} as const

export type ServerName = keyof typeof SERVERS

/** Starts one server on its own data; the bare one serves the files of a folder. */
export function startServer(name: ServerName, data: Data, answers: string): Promise<Child> {
  const env = (url: string) => ({ DATABASE_URL: url, LOG_LEVEL: 'warn', PAYLOAD_SECRET: SECRET, DISABLE_PAYLOAD_HMR: 'true' })
  switch (name) {
    case 'ours':
      return startChild('payload.ts', ['ours'], env(data.ours))
    case 'app':
      return startChild('app.ts', [], env(data.ours))
    case 'stock':
      return startChild('payload.ts', ['stock'], env(data.stock))
    case 'indexed':
      return startChild('payload.ts', ['stock'], env(data.indexed))
    case 'bare':
      return startChild('bare.ts', [answers], {})
  }
}
