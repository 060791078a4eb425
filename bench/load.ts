import autocannon from 'autocannon'
import type { Child } from './child'
import { requestInit, urlOf } from './questions'
import type { Question } from './questions'

/** What one server did with one question for a while. */
export type Round = {
  /** Processor time of the server, in milliseconds. */
  cpuPerRequest: number
  /** Refused, failed or late requests. */
  failures: number
  p50: number
  p99: number
  requestsPerSecond: number
}

/** How hard to ask: connections at once, for how many seconds. */
export type Load = { connections: number; seconds: number }

/** Asks one question of one server for a while. Latencies are milliseconds. */
export async function ask(server: Child, question: Question, { connections, seconds }: Load): Promise<Round> {
  const before = await server.usage()
  const result = await autocannon({ url: urlOf(server.url, question), ...requestInit(question), connections, duration: seconds })
  const after = await server.usage()
  return {
    cpuPerRequest: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / Math.max(1, result.requests.total),
    failures: result.non2xx + result.errors + result.timeouts,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requestsPerSecond: result.requests.average,
  }
}
