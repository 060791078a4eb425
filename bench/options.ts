import { parseArgs } from 'node:util'

/** What a run of the bench is asked to do. */
export type BenchOptions = {
  /** How many made-up articles the newsroom holds. */
  articles: number
  /** Connections that ask at the same time. */
  connections: number
  /** Name of the JSON file in bench/results, without its extension. */
  name: string
  /** Only questions and servers whose names contain one of these; empty: all. */
  only: string[]
  /** How often everything is asked; the median counts. */
  rounds: number
  /** How long one question is asked of one server in one round. */
  seconds: number
}

export const USAGE = `Usage: npm run bench -- [options]

Asks Dateline, stock Payload configurations and a bare HTTP server the same questions, in turns.

  --articles N      made-up articles in the newsroom (2000)
  --connections N   connections that ask at the same time (10)
  --seconds N       how long each question is asked of each server in each round (2)
  --rounds N        how many rounds; medians are reported (5)
  --only A,B        only questions and servers whose names contain one of these, such as Q1,Q3 or stock
  --name NAME       the result is written to bench/results/NAME.json (articles-connections)
  --help            show this`

/**
 * Reads the command line.
 *
 * @returns undefined when only help is asked for
 * @throws TypeError or RangeError that says which option is wrong
 */
export function readOptions(args: string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '2000' },
      connections: { type: 'string', default: '10' },
      help: { type: 'boolean', default: false },
      name: { type: 'string' },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
    },
  })
  if (values.help) return undefined
  const articles = positive('articles', values.articles)
  const connections = positive('connections', values.connections)
  return {
    articles,
    connections,
    name: values.name ?? `articles-${articles}-connections-${connections}`,
    only: values.only.split(',').filter((part) => part !== ''),
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
  }
}

function positive(name: string, value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new RangeError(`--${name} takes a whole number above 0, not "${value}".`)
}
