import config from '@payload-config'
import { getPayload } from 'payload'
import { pingDatabase } from '../../../../database/ping'
import packageJson from '../../../../../package.json'

/** Milliseconds the database has to answer. */
const PATIENCE_MS = 2000

/** Whether this newsroom can serve: 200 when the database answers, else 503. */
export async function GET(): Promise<Response> {
  const isUp = await getPayload({ config, cron: true }).then(
    (payload) => pingDatabase(payload, PATIENCE_MS),
    () => false,
  )
  return Response.json(
    { status: isUp ? 'ok' : 'error', database: isUp ? 'up' : 'down', version: packageJson.version },
    { status: isUp ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
