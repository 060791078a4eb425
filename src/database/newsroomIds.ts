import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, Payload } from 'payload'
import { isNewsrooms } from '../options/ofNewsroom'

/**
 * Gives new documents of the newsroom's collections their id, where a project's ids are numbers as a rule
 * (src/plugin/hostCollections.ts): not every document is made by an operation of Payload, which would run hooks.
 */
export function withNewsroomIds(db: BaseDatabaseAdapter, payload: Payload): BaseDatabaseAdapter {
  const { create } = db
  db.create = function createWithId(args) {
    const { config, customIDType } = payload.collections[args.collection]
    const hasIds = customIDType === 'text' && isNewsrooms(config)
    return create.call(this, hasIds && args.data.id === undefined ? { ...args, data: { ...args.data, id: randomUUID() } } : args)
  }
  return db
}
