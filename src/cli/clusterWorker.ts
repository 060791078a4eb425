import { READY, STOP } from './workers'

/**
 * Tells the primary process that this one answers, and ends when it is told to or the primary is gone. Signals of a
 * terminal go to every process: here they are left to the primary.
 *
 * @param close lets what is being done finish
 */
export function listenToPrimary(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  const stop = () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('message', (message) => {
    if (message === STOP) stop()
  })
  process.once('disconnect', stop)
  process.send?.(READY)
}
