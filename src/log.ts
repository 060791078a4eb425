import type { Config } from 'payload'
import * as v from 'valibot'
import { requestContext } from './requestContext'
import { setting, text } from './text/values'

/** Options of pino, which Payload logs with. */
type LoggerOptions = Extract<NonNullable<Config['logger']>, { options: unknown }>['options']

/** What LOG_LEVEL may be, from the most to the least. */
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** pino's numbers for the levels "info" and "warn". */
const INFO = 30
const WARN = 40

/** At most this many refusals are logged in a minute: a refused client may ask without end. */
const REFUSALS_A_MINUTE = 60

/** Log lines of at least this level are written. */
const DEFAULT_LEVEL = 'warn'

/** What LOG_LEVEL must look like. */
export const LOG_LEVEL = setting(text((level) => LEVELS.includes(level), `is none of ${LEVELS.join(', ')}.`), DEFAULT_LEVEL)

/**
 * Options of the logger: a request that is refused (4xx) is the client's mistake and no error of ours, so it is logged
 * as information, in one line without a stack. Each line says which request it is about.
 */
export function logOptions(level?: string): LoggerOptions {
  return {
    level: levelOf(level),
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

/** The level that LOG_LEVEL says; the start refuses a wrong one. */
function levelOf(written: string | undefined): string {
  return v.parse(v.fallback(LOG_LEVEL, DEFAULT_LEVEL), written)
}

const refusalsLeft = atMost(REFUSALS_A_MINUTE)

/**
 * Logs a request that a limit refuses before Payload sees it, in one line like Payload's own: which request, with which status
 * and why. No more than {@link REFUSALS_A_MINUTE}; the next line says in `leftOut` how many there were besides.
 *
 * @param reason in words of ours: nothing of what the client sent
 */
export function logRefusal(status: number, reason: string): void {
  if (LEVELS.indexOf(levelOf(process.env.LOG_LEVEL)) > LEVELS.indexOf('warn')) return
  const now = Date.now()
  const leftOut = refusalsLeft(now)
  if (leftOut === undefined) return
  process.stderr.write(`${JSON.stringify({ level: WARN, time: now, ...requestContext(), status, msg: reason, ...(leftOut > 0 ? { leftOut } : {}) })}\n`)
}

/** Counts by the minute: what was left out since the last that was not, or undefined for one too many. */
export function atMost(most: number): (now: number) => number | undefined {
  let [minute, count, leftOut] = [0, 0, 0]
  return (now) => {
    const current = Math.floor(now / 60_000)
    if (current !== minute) [minute, count] = [current, 0]
    count += 1
    if (count > most) {
      leftOut += 1
      return undefined
    }
    const before = leftOut
    leftOut = 0
    return before
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
