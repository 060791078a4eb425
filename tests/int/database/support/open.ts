import { openEmbedded } from '../../../../src/database/embedded'

/** Opens the data directory given as argument, says its URL on one line, and closes it when told so on standard input. */
const [dataDir = ''] = process.argv.slice(2)
const log = (line: string) => {
  console.log(`log ${line}`)
}
try {
  const database = await openEmbedded({ dataDir, log })
  console.log(`url ${database.url}`)
  process.stdin.once('data', () => {
    void database.close().then(() => process.exit(0))
  })
} catch (error) {
  console.log(`error ${String(error)}`)
  process.exit(1)
}
