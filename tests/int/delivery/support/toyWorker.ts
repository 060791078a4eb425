/** A server process that says who it is, and dies when it is asked to. */
import { createServer } from 'node:http'
import { listenToPrimary } from '../../../../src/cli/clusterWorker'

const server = createServer((request, response) => {
  if (request.url === '/die') process.exit(3)
  response.writeHead(200, { Connection: 'close' }).end(JSON.stringify({ pid: process.pid, jobs: process.env.JOBS ?? 'on' }))
})
server.listen(Number(process.env.TOY_PORT), '127.0.0.1', () => {
  listenToPrimary(() => new Promise((resolve) => server.close(() => resolve())))
})
