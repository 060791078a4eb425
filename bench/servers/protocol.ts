/** What a server that is measured says to the bench, over the channel between parent and child process. */
export type ServerMessage =
  | { kind: 'ready'; url: string }
  /** Processor time of the whole process since its start, in microseconds, and its resident memory in bytes. */
  | { kind: 'usage'; cpuMicroseconds: number; rssBytes: number }

/** The one thing the bench asks of it. */
export const ASK_USAGE = 'usage'

/** Tells the bench that requests are answered at `url`, and from then on what the process uses when it is asked. */
export function reportTo(parent: NodeJS.Process, url: string): void {
  const send = (message: ServerMessage) => parent.send?.(message)
  parent.on('message', (message) => {
    if (message !== ASK_USAGE) return
    const { system, user } = parent.cpuUsage()
    send({ kind: 'usage', cpuMicroseconds: system + user, rssBytes: parent.memoryUsage.rss() })
  })
  parent.once('disconnect', () => parent.exit(0))
  send({ kind: 'ready', url })
}

/** Whether a message from a child is one of {@link ServerMessage}. */
export function isServerMessage(message: unknown): message is ServerMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && (message.kind === 'ready' || message.kind === 'usage')
}
