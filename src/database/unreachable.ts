import { redactUrl } from '../text/quoted'
import { withoutStop } from '../text/ends'

/** The database did not answer when the process started; the message is one line without credentials. */
export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError'

  constructor(url: string, cause: unknown) {
    super(`The database at ${redactUrl(url)} cannot be reached: ${reason(cause, url)} Start it, or correct DATABASE_URL.`)
  }
}

/** First line of what the driver says, ended by a full stop; its stack and any echo of the URL are left out. */
function reason(cause: unknown, url: string): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  const [line = ''] = message.replaceAll(url, redactUrl(url)).split('\n')
  return `${withoutStop(line)}.`
}
