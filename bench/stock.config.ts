import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import type { CollectionConfig } from 'payload'
import sharp from 'sharp'
import { ApiClients } from '../collections/ApiClients'
import { ArticleEvents } from '../collections/ArticleEvents'
import { Articles } from '../collections/Articles'
import { Authors } from '../collections/Authors'
import { Media } from '../collections/Media'
import { Sections } from '../collections/Sections'
import { Tags } from '../collections/Tags'
import { Users } from '../collections/Users'
import { noEmail } from '../src/email'
import { currentOptions, setOptions } from '../src/options/current'
import { readOptions } from '../src/settings'

setOptions(readOptions(process.env))
const options = currentOptions()

/** The same model without what makes it fast: no `defaultPopulate`, no compound `indexes`. */
function plain(collection: CollectionConfig): CollectionConfig {
  const { defaultPopulate: _populate, indexes: _indexes, ...rest } = collection
  return rest
}

/** Dateline's model, access rules included, on Payload's own defaults: its adapter, depth 2, no plugin. */
export default buildConfig({
  collections: [Articles(), Media(options), Authors(), Sections(), Tags(), Users(options), ApiClients(), ArticleEvents()].map((collection) => plain(collection)),
  // Indexes stand in the data file: whether the compound one is there depends on the file.
  db: sqliteAdapter({ client: { url: process.env.DATABASE_URL ?? '' }, idType: 'uuid', push: false }),
  editor: lexicalEditor(),
  email: noEmail,
  logger: { destination: process.stderr, options: { level: 'warn' } },
  secret: process.env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
})
