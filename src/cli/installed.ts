import { existsSync } from 'node:fs'
import path from 'node:path'
import { fail, say } from './print'
import { useProjectConfig } from './project'
import { UsageError } from './usage'

const USAGE = `Usage: npx dateline COMMAND [options]

  seed       load the newsroom that ships: sections, tags, authors and the article
  import     bring in articles from files
  export     write articles to files
  backup     save the whole newsroom to a file
  restore    fill an empty database with a backup
  check      look for what does not fit together
  password   give a login a new password

Each command works with this project's payload.config.ts, and takes --help.`

const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  backup: () => import('./backup'),
  check: () => import('./check'),
  export: () => import('./export'),
  import: () => import('./import'),
  password: () => import('./password'),
  restore: () => import('./restore'),
  seed: () => import('./seed'),
}

/** Where a Payload project has its config. */
const CONFIGS = ['src/payload.config.ts', 'payload.config.ts', 'src/payload.config.js', 'payload.config.js']

/**
 * The config of the project in this folder; PAYLOAD_CONFIG_PATH names another, as for Payload's own commands.
 *
 * @throws UsageError when there is none
 */
function findConfig(): string {
  const named = process.env.PAYLOAD_CONFIG_PATH
  const found = (named ? [named] : CONFIGS).map((file) => path.resolve(file)).find((file) => existsSync(file))
  if (found === undefined) throw new UsageError('There is no payload.config.ts here: run this in the folder of your project, or set PAYLOAD_CONFIG_PATH.')
  return found
}

/** Runs one of the commands, which read the arguments after its name themselves. */
async function run(): Promise<void> {
  const [name = '--help'] = process.argv.splice(2, 1)
  if (name === '--help') {
    say(USAGE)
    return
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`There is no command "${name}".\n\n${USAGE}`)
  useProjectConfig(findConfig())
  await command()
}

await run().catch(fail)
