import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { prepareDataDir } from './embedded/dataDir'
import { EmbeddedDatabaseError } from './embedded/errors'

export { EmbeddedDatabaseError } from './embedded/errors'

/**
 * The URL of the newsroom's own database: SQLite, in `dataDir/dateline.db`.
 *
 * @throws EmbeddedDatabaseError when the directory cannot be used, or holds the MongoDB that releases before 0.2 ran there
 */
export async function embeddedDatabase(dataDir: string): Promise<string> {
  const path = await prepareDataDir(dataDir)
  await refuseOldMongodb(path)
  return fileUrl(join(path, 'dateline.db'))
}

/** To begin with an empty newsroom beside the old one would look as if everything were lost. */
async function refuseOldMongodb(dataDir: string): Promise<void> {
  const dbPath = join(dataDir, 'mongodb')
  // mongod's storage engine marks its directory with this file.
  if (!(await exists(join(dbPath, 'WiredTiger')))) return
  const port = await oldPort(join(dataDir, 'mongodb.json'))
  throw new EmbeddedDatabaseError(
    `${dbPath} holds a MongoDB of an earlier release, which Dateline no longer runs. Nothing was changed. To go on with it, run "mongod --replSet rs0 --port ${port} --dbpath ${dbPath}" and set DATABASE_URL=mongodb://127.0.0.1:${port}/dateline?replicaSet=rs0 and PAYLOAD_SECRET to what ${join(dataDir, 'secret')} says. To begin anew on SQLite, move the directory away.`,
  )
}

/** The port that the old replica set knows itself by. */
async function oldPort(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return /"port":(\d{1,5})\b/.exec(text)?.[1] ?? '27017'
}

/** The URL of a database file, with the characters that mean something in a URL escaped. */
function fileUrl(path: string): string {
  return `file:${pathToFileURL(path).pathname}`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
