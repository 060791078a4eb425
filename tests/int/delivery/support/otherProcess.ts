/** A further process of a newsroom, on the database of the environment. It tells its parent where it answers. */
import config from '@payload-config'
import { getPayload } from 'payload'
import { serveRoutes } from '../../../helpers/routes'

await getPayload({ config })
const { url } = await serveRoutes({})
process.once('disconnect', () => process.exit(0))
process.send?.(url)
