import { fail, say } from './print'

/**
 * Undoes, last first, what was brought up, then ends the process; a second signal ends it at once.
 *
 * @returns the undoing, without the end of the process
 */
export function stopOnSignal(undo: (() => Promise<void>)[]): () => Promise<void> {
  const stop = async () => {
    for (let last = undo.pop(); last; last = undo.pop()) await last()
  }
  const onSignal = (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(1))
    say(`\n${signal}: stopping …`)
    stop().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  return stop
}
