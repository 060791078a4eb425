import { getPayload } from 'payload'
import config from './src/payload.config'

/** What the project holds before Dateline: two logins, a picture and three pages that show it. */
const payload = await getPayload({ config })
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = await payload.create({ collection: 'media', data: { alt: 'a dot' }, file: { data: dot, mimetype: 'image/png', name: 'dot.png', size: dot.length } })
await payload.create({ collection: 'users', data: { email: 'host@example.com', password: 'a password of the host' } })
await payload.create({ collection: 'users', data: { email: 'second@example.com', password: 'a password of a second' } })
for (const title of ['One', 'Two', 'Three']) await payload.create({ collection: 'pages', data: { title, picture: picture.id, _status: 'published' } })
process.exit(0)
