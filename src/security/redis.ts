import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { SharedCounter } from './counters'

/** What came of asking a Redis server. */
type RedisCounter = { counter: SharedCounter; isReady: () => boolean; close: () => void }

/**
 * Has processes count together in Redis. A server that is gone is asked again until it is back; meanwhile each process
 * counts for itself.
 *
 * @param log is called with failures
 */
export async function redisCounter(url: string, log: (message: string, error: unknown) => void): Promise<RedisCounter> {
  const { createClient } = await import('@redis/client')
  const client = createClient({ url, disableOfflineQueue: true })
  client.on('error', (error: unknown) => log('Redis does not answer: requests are counted by this process alone', error))
  // Settles when the server is reached first, however long that takes: nobody waits for it.
  client.connect().catch((error: unknown) => log('Redis cannot be used', error))
  const counter: SharedCounter = (name, { seconds, times }) =>
    new RateLimiterRedis({
      storeClient: client,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      keyPrefix: `dateline:${name}`,
      points: times,
      duration: seconds,
      inMemoryBlockOnConsumed: times + 1,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds }),
    })
  return { counter, isReady: () => client.isReady, close: () => client.destroy() }
}
