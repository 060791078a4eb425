import config from '@payload-config'
import { getPayload } from 'payload'
import { pingDatabase } from '../../../../database/ping'
import { writtenFolders } from '../../../../settings'
import { hasRoom } from '../../../../storage/room'
import packageJson from '../../../../../package.json'

/** Milliseconds the database has to answer. */
const PATIENCE_MS = 2000

/** Whether this newsroom can serve: 200 when the database answers, else 503; and whether the disks that it writes to are full. */
export async function GET(): Promise<Response> {
  const isUp = await getPayload({ config, cron: true }).then(
    (payload) => pingDatabase(payload, PATIENCE_MS),
    () => false,
  )
  // Readers are served all the same.
  const disk = (await hasRoom(writtenFolders(process.env))) ? 'ok' : 'full'
  return Response.json(
    { status: isUp ? 'ok' : 'error', database: isUp ? 'up' : 'down', disk, version: packageJson.version },
    { status: isUp ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
