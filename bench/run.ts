/** npm run bench: see bench/README.md. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isBuilt } from '../src/cli/build'
import type { Child } from './child'
import { prepareData } from './data'
import { measure } from './measure'
import { readOptions, USAGE } from './options'
import type { BenchOptions } from './options'
import { report } from './report'
import { planCells } from './plan'
import { SERVERS, startServer } from './servers'
import type { ServerName } from './servers'

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function run(options: BenchOptions): Promise<void> {
  const data = await prepareData(options.articles, say)
  const answers = await mkdtemp(path.join(tmpdir(), 'dateline-answers-'))
  const hasBuild = await isBuilt()
  if (!hasBuild) say('No build of these sources: the built app is left out. npm run build makes one.')
  const servers = new Map<ServerName, Child>()
  try {
    for (const name of Object.keys(SERVERS) as ServerName[]) {
      if (name !== 'app' || hasBuild) servers.set(name, await startServer(name, data, answers))
    }
    const cells = await planCells({ answers, only: options.only, servers })
    const results = await measure({ cells, options, say })
    await report(options, results)
  } finally {
    await Promise.all([...servers.values()].map((server) => server.stop()))
    await rm(answers, { force: true, recursive: true })
  }
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options) await run(options)
  else say(USAGE)
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
