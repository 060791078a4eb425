import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

import { onTestFinished } from 'vitest'

/** A way to a server that can be made to swallow every answer, as a network does that has gone silent. */
export async function stalling(url: string): Promise<{ stall(): void; url: string }> {
  const target = new URL(url)
  const sockets: Socket[] = []
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    sockets.push(client, upstream)
    client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const way = new URL(url)
  way.port = String(typeof address === 'object' ? address?.port : '')
  way.search = '?directConnection=true'
  return {
    stall: () => {
      for (const socket of sockets) socket.unpipe().pause()
    },
    url: way.href,
  }
}
