/** The built app as `npm start` serves it, without the steps before. */
import { createServer } from 'node:net'
import { serve } from '../../src/server'
import { reportTo } from './protocol'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}

const { url } = await serve({ dev: false, host: '127.0.0.1', port: await freePort() })
await fetch(`${url}/api/health`)
reportTo(process, url)
