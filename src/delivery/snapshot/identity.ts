import { createHash } from 'node:crypto'

/** What answers are made of, beside the content. */
type Made = {
  /** The address of the database; credentials in it do not count. */
  databaseUrl: string
  /** The sources of the build: other ones may show other things. */
  build: string
  /** The site's settings. */
  site: object
}

/** Names the answers of one database, build and site. */
export function identityOf({ build, databaseUrl, site }: Made): string {
  const address = databaseUrl.replace(/\/\/[^/@]*@/, '//')
  return createHash('sha256').update(JSON.stringify([address, build, site])).digest('hex')
}
