/** What the bench uses of autocannon, which ships no types. Latencies are milliseconds, throughput bytes a second. */
declare module 'autocannon' {
  type Options = {
    url: string
    method?: 'GET' | 'POST'
    headers?: Record<string, string>
    body?: string
    connections?: number
    /** Seconds. */
    duration?: number
    /** Ends the run after so many requests instead. */
    amount?: number
    /** Requests in turn, instead of one. */
    requests?: { method: 'GET' | 'POST'; path: string }[]
    /** Requests a second of all connections together; as many as possible when left out. */
    overallRate?: number
  }

  type Result = {
    '2xx': number
    errors: number
    latency: { p50: number; p99: number }
    non2xx: number
    requests: { average: number; total: number }
    timeouts: number
  }

  export default function autocannon(options: Options): Promise<Result>
}
