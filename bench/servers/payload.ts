/** A Payload configuration behind plain node:http: REST by `handleEndpoints`, GraphQL as it is answered there. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints } from 'payload'
import { answerGraphQL } from '../../src/graphql/answerGraphQL'
import { limitGraphQL } from '../../src/validation/graphql'
import { listen } from './listen'
import { reportTo } from './protocol'

const configs = {
  ours: () => import('../../payload.config'),
  stock: () => import('../stock.config'),
}

const { default: config } = await (process.argv[2] === 'stock' ? configs.stock() : configs.ours())
await getPayload({ config })
const answerGraphql = process.argv[2] === 'stock' ? GRAPHQL_POST(config) : limitGraphQL(answerGraphQL(config))

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await requestOf(incoming)
  const isGraphql = request.method === 'POST' && incoming.url === '/api/graphql'
  const response = await (isGraphql ? answerGraphql(request, undefined) : handleEndpoints({ config, request }))
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length }).end(body)
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const method = incoming.method ?? 'GET'
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const body = method === 'POST' ? await buffer(incoming) : undefined
  return new Request(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`, { body, headers, method })
}

const url = await listen((incoming, outgoing) => {
  answer(incoming, outgoing).catch((error: unknown) => {
    console.error(error)
    outgoing.writeHead(500).end()
  })
})
reportTo(process, url)
