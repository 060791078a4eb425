import type { BaseDatabaseAdapter, UserSession } from 'payload'
import { withWriteLock } from './sqlite/transactions'

/** As Payload hands one over: what it has just set is a date, and what it has read is a text. */
type Session = Omit<UserSession, 'createdAt' | 'expiresAt'> & Record<'createdAt' | 'expiresAt', Date | string | null | undefined>

/**
 * Adds a session to those that a login has by then. Payload reads a login, adds a session and writes the whole login back:
 * of two that sign in at the same moment one would get a token of no session, and a change between the two would be undone.
 */
export function withSessions(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const { updateOne } = db
  db.updateOne = async function updateSessions(args) {
    const { collection, data, id, req } = args
    const begun = sessionsOf(data).filter(({ createdAt, expiresAt }) => createdAt instanceof Date || expiresAt instanceof Date)
    // Payload says so where nothing of a login changes but its sessions.
    if (begun.length === 0 || id === undefined || data.updatedAt !== null) return updateOne.call(this, args)
    return withWriteLock(db, req, async () => {
      const stored = await db.findOne<{ id: number | string; sessions?: Session[] | null }>({ collection, req: req ?? {}, select: { sessions: true }, where: { id: { equals: id } } })
      const others = sessionsOf(stored ?? {}).filter((session) => !isOver(session) && !begun.some(({ id }) => id === session.id))
      return updateOne.call(this, { ...args, data: { sessions: [...others, ...begun], updatedAt: null } })
    })
  }
  return db
}

function sessionsOf({ sessions }: Record<string, unknown>): Session[] {
  return Array.isArray(sessions) ? (sessions as Session[]) : []
}

function isOver({ expiresAt }: Session): boolean {
  return new Date(expiresAt ?? 0).getTime() <= Date.now()
}
