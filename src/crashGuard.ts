/**
 * Keeps the process alive when something fails where nobody waits for it, such as a timer that a render has left behind:
 * that is one request's failure, not the newsroom's end.
 *
 * @param log is called with each
 * @returns what ends that
 */
export function installCrashGuard(log: (message: string, error: unknown) => void): () => void {
  const onRejection = (error: unknown) => log('A promise was rejected', error)
  const onException = (error: unknown) => log('Something failed where nobody waited for it', error)
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)
  return () => {
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtException', onException)
  }
}
