import path from 'node:path'
import { getPayload } from 'payload'
import type { Payload, SanitizedConfig } from 'payload'
import { isSqlite } from '../database/engine'
import { pingDatabase } from '../database/ping'
import { pictureFolder } from '../security/pictures/missingPicture'
import { hasRoom } from '../storage/room'
import { VERSION } from '../version'

/** Milliseconds the database has to answer. */
const PATIENCE_MS = 2000

/** Whether this newsroom can serve, at `api/health`: 200 when the database answers, else 503; and whether the disks that it writes to are full. */
export function healthRoute(config: Promise<SanitizedConfig>): () => Promise<Response> {
  return async () => {
    const payload = await getPayload({ config, cron: true }).catch(() => undefined)
    const isUp = payload !== undefined && (await pingDatabase(payload, PATIENCE_MS))
    // Readers are served all the same.
    const disk = (await hasRoom(writtenFolders(await config, payload))) ? 'ok' : 'full'
    return Response.json(
      { status: isUp ? 'ok' : 'error', database: isUp ? 'up' : 'down', disk, version: VERSION },
      { status: isUp ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
    )
  }
}

/** The folders of this machine that are written to: that of the database, where it is a file, and that of pictures. */
function writtenFolders(config: SanitizedConfig, payload: Payload | undefined): string[] {
  const url = payload && isSqlite(payload.db) ? payload.db.clientConfig.url : ''
  const database = url.startsWith('file:') ? [path.dirname(path.resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, '')))] : []
  const pictures = pictureFolder(config)
  return pictures === undefined ? database : [...database, pictures]
}
