import { check } from '../backup/check/check'
import { parseCommand, runCommand } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { printResult, say, sayOnStandardError } from './print'

const USAGE = `Usage: npm run check:data -- [options]

Checks relations, links in texts, slugs, redirects, the search index, versions and files, and prints one line for each problem.

  --repair   repair what can be repaired safely, and print each change
  --help     show this

Exits with 0 when there are no problems or all were repaired, with 1 when problems are left, with 2 when the check could not run.`

type Options = { isRepairing: boolean }

function readOptions(args: string[]): Options | undefined {
  const { values } = parseCommand(USAGE, { args, options: { repair: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
  return values.help ? undefined : { isRepairing: values.repair }
}

async function run(options: Options): Promise<number> {
  sayOnStandardError()
  const database = await openForCommand()
  try {
    return await withPayload(async (payload) => {
      let [left, repaired] = [0, 0]
      for await (const finding of check(payload, options)) {
        if (finding.repaired === undefined) left += 1
        else repaired += 1
        printResult(finding.repaired === undefined ? finding.message : `${finding.message}: ${finding.repaired}`)
      }
      say(left + repaired === 0 ? 'No problems found.' : `${left} problems left, ${repaired} repaired.`)
      return left > 0 ? 1 : 0
    })
  } finally {
    await database.close()
  }
}

await runCommand({ usage: USAGE, read: readOptions, run, failure: 2 })
