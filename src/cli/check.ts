import { check } from '../backup/check/check'
import { parseCommand, runCommand } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { printResult, say, sayOnStandardError } from './print'

const USAGE = `Usage: npm run check:data -- [options]

Looks for what does not fit together: relations and texts that lead to what is gone, slugs that are missing or there twice,
redirects that lead nowhere or round in a circle, stories that search does not find, versions, and files. A line each.

  --repair   put right what can be put right safely, and say what was done
  --help     show this

Exits with 0 when all is well or was repaired, with 1 when something is left to do, with 2 when it could not look.`

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
      say(left + repaired === 0 ? 'Everything fits together.' : `${left} to do, ${repaired} repaired.`)
      return left > 0 ? 1 : 0
    })
  } finally {
    await database.close()
  }
}

await runCommand({ usage: USAGE, read: readOptions, run, failure: 2 })
