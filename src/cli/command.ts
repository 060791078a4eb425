import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { loadEnv } from './nodeEnv'
import { fail, say } from './print'
import { asWrittenHere } from './project'
import { UsageError } from './usage'

type Command<Options> = {
  usage: string
  /** @throws UsageError for what makes no sense; undefined when the usage was asked for */
  read: (args: string[]) => Options | undefined
  /** @returns the exit code */
  run: (options: Options) => Promise<number>
  /** The exit code of what fails, where 1 says something else. */
  failure?: number
}

/** Runs a command with the arguments and the environment of this process, and ends the process. */
export async function runCommand<Options>({ failure, read, run, usage }: Command<Options>): Promise<never> {
  try {
    loadEnv()
    const options = read(process.argv.slice(2))
    if (options) process.exit(await run(options))
    say(asWrittenHere(usage))
    process.exit(0)
  } catch (error) {
    return fail(error, failure)
  }
}

/**
 * Takes the options apart as `parseArgs` does.
 *
 * @throws UsageError with the usage, when they are not what the command takes
 */
export function parseCommand<Config extends ParseArgsConfig>(usage: string, config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw wrongUsage(error instanceof Error ? error.message : String(error), usage)
  }
}

/** Says what is wrong, and shows the usage. */
export function wrongUsage(message: string, usage: string): UsageError {
  return new UsageError(`${message}\n\n${asWrittenHere(usage)}`)
}
