import type { CollectionConfig, Payload, PayloadRequest } from 'payload'
import { BasePayload, buildConfig } from 'payload'
import { onTestFinished } from 'vitest'

import { databaseAdapter } from '../../../../src/database/adapter'

type Row = Record<string, unknown>

/** What these tests use of Payload, for collections that the project's generated types do not know. */
type Store = {
  create(args: { collection: string; data: Row; draft?: boolean; req?: Partial<PayloadRequest> }): Promise<Row>
  find(args: { collection: string; depth?: number; draft?: boolean; sort?: string }): Promise<{ docs: Row[] }>
  findVersions(args: { collection: string }): Promise<{ docs: Row[] }>
  update(args: { collection: string; data: Row; id: unknown }): Promise<Row>
}

/** A running Payload, and the lines it logged. */
export type Newsroom = { destroy(): Promise<void>; lines: string[]; payload: Payload; store: Store }

/** Starts Payload on a database with collections of its own, outside the process-wide cache; ended after the test. */
export async function openNewsroom(url: string, collections: CollectionConfig[]): Promise<Newsroom> {
  const lines: string[] = []
  const destination = {
    write: (text: string) => {
      lines.push(text)
    },
  }
  const config = await buildConfig({
    collections: [{ auth: true, fields: [], slug: 'users' }, ...collections],
    db: await databaseAdapter(url),
    logger: { destination, options: { level: 'info' } },
    secret: 'secret',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const payload = await new BasePayload().init({ config, disableOnInit: true })
  let destroying: Promise<void> | undefined
  const destroy = () => (destroying ??= payload.destroy())
  onTestFinished(destroy)
  // Payload's types allow the project's own collections only; this is the same object without them.
  const store: Store = Object.create(payload)
  return { destroy, lines, payload, store }
}
