import { getPayload } from 'payload'
import config from './src/payload.config'

/** Schedules a draft page of the project for now. */
const payload = await getPayload({ config })
const page = await payload.create({ collection: 'pages', data: { title: 'Later' }, draft: true })
await payload.jobs.queue({ task: 'schedulePublish', input: { type: 'publish', doc: { relationTo: 'pages', value: page.id } }, waitUntil: new Date() })
process.exit(0)
