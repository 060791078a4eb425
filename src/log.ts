import type { Config } from 'payload'
import { requestContext } from './requestContext'

/** Options of pino, which Payload logs with. */
type LoggerOptions = Extract<NonNullable<Config['logger']>, { options: unknown }>['options']

/** What LOG_LEVEL may be, from the most to the least. */
export const LOG_LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** pino's number for the level "info". */
const INFO = 30

/** Log lines of at least this level are written; see .env.example. */
const DEFAULT_LEVEL = 'warn'

/**
 * Options of the logger: a request that is refused (4xx) is the client's mistake and no error of ours, so it is logged
 * as information, in one line without a stack. Each line says which request it is about.
 */
export function logOptions(level = DEFAULT_LEVEL): LoggerOptions {
  return {
    level,
    mixin: () => requestContext() ?? {},
    hooks: {
      logMethod(args, method, levelNumber) {
        const refusal = levelNumber > INFO ? clientErrorOf(args[0]) : undefined
        if (refusal === undefined) method.apply(this, args)
        else this.info(refusal)
      },
    },
  }
}

/** What a log record says of a refused request, or undefined when it is about something else. */
function clientErrorOf(record: unknown): string | undefined {
  if (!isObject(record) || !isObject(record.err)) return undefined
  const { err } = record
  const status = isObject(err.originalError) ? err.originalError.status : err.status
  const isRefusal = typeof status === 'number' && status >= 400 && status < 500
  return isRefusal ? `${status}: ${String(err.message)}` : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
