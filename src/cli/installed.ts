#!/usr/bin/env node
import { findConfig } from 'payload/node'
import { register } from 'tsx/esm/api'
import { fail, say } from './print'
import { useProjectConfig } from './project'
import { UsageError } from './usage'

const USAGE = `Usage: npx dateline COMMAND [options]

  seed       load the newsroom that ships: sections, tags, authors and the article
  import     bring in articles from files
  export     write articles to files
  password   give a login a new password

Each command works with this project's payload.config.ts, and takes --help.`

const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  export: () => import('./export'),
  import: () => import('./import'),
  password: () => import('./password'),
  seed: () => import('./seed'),
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
  // The config of a project is TypeScript, as a rule.
  register()
  useProjectConfig(findConfig())
  await command()
}

await run().catch(fail)
