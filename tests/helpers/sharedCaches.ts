import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './app'

/** A cache between clients and a server. */
export type SharedCache = { url: string; close: () => Promise<void> }

type CacheName = 'nginx' | 'varnishd'

/** What the configurations in docs/cdn say, where a test needs other ports and folders. */
const ORIGIN_PORT = '3000'

/** Why a cache cannot be run here, or undefined when it can. */
export function whyNot(name: CacheName): string | undefined {
  const { error } = spawnSync(name, [name === 'nginx' ? '-v' : '-V'])
  return error && `${name} is not installed (apt-get install ${name === 'nginx' ? 'nginx' : 'varnish'})`
}

/** Varnish, configured by docs/cdn/varnish.vcl. */
export async function startVarnish(origin: string): Promise<SharedCache> {
  const vcl = await readFile('docs/cdn/varnish.vcl', 'utf8')
  return start('varnishd', (folder, port) => ({
    file: 'dateline.vcl',
    text: vcl.replace(`"${ORIGIN_PORT}"`, `"${new URL(origin).port}"`),
    args: ['-F', '-a', `127.0.0.1:${port}`, '-n', path.join(folder, 'work'), '-s', 'malloc,32m', '-f', path.join(folder, 'dateline.vcl')],
  }))
}

/** nginx, configured by docs/cdn/nginx.conf. */
export async function startNginx(origin: string): Promise<SharedCache> {
  const conf = await readFile('docs/cdn/nginx.conf', 'utf8')
  return startNginxWith((folder, port) =>
    conf
      .replace(`:${ORIGIN_PORT};`, `:${new URL(origin).port};`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('/var/cache/nginx/dateline', path.join(folder, 'cache')),
  )
}

/** nginx with a cache as its manual sets one up, which knows nothing of logins. */
export function startStockNginx(origin: string): Promise<SharedCache> {
  return startNginxWith(
    (folder, port) => `
      proxy_cache_path ${path.join(folder, 'cache')} keys_zone=stock:1m;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${origin};
          proxy_set_header Host $http_host;
          proxy_cache stock;
          add_header X-Cache $upstream_cache_status always;
        }
      }`,
  )
}

function startNginxWith(http: (folder: string, port: number) => string): Promise<SharedCache> {
  return start('nginx', (folder, port) => ({
    file: 'nginx.conf',
    text: `
      daemon off;
      pid ${folder}/nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body;
        fastcgi_temp_path ${folder}/fastcgi;
        proxy_temp_path ${folder}/proxy;
        scgi_temp_path ${folder}/scgi;
        uwsgi_temp_path ${folder}/uwsgi;
        ${http(folder, port)}
      }`,
    args: ['-c', path.join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'],
  }))
}

type Setup = { file: string; text: string; args: string[] }

async function start(name: CacheName, setup: (folder: string, port: number) => Setup): Promise<SharedCache> {
  const folder = await mkdtemp(path.join(tmpdir(), `dateline-${name}-`))
  // Started by root, they read it as users of their own.
  await chmod(folder, 0o755)
  const port = await freePort()
  const { args, file, text } = setup(folder, port)
  await writeFile(path.join(folder, file), text)
  const child = spawn(name, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const exited = once(child, 'exit').then(() => true)
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start:\n${said}`)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      child.kill()
      await exited
      await rm(folder, { force: true, recursive: true })
    },
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const isConnected = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false)
  socket.destroy()
  return isConnected
}

/** An answer as it came through a cache. */
export type CachedAnswer = { status: number; headers: IncomingHttpHeaders; body: string; isHit: boolean }

/** Asks as a plain client does: no header that is not given, on a connection of its own. */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<CachedAnswer> {
  return new Promise((resolve, reject) => {
    request(url, { agent: false, headers: { Host: 'newsroom.example', ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('end', () => {
        const { headers: got, statusCode: status = 0 } = response
        resolve({ status, headers: got, body: Buffer.concat(chunks).toString('utf8'), isHit: got['x-cache'] === 'HIT' })
      })
    })
      .once('error', reject)
      .end()
  })
}
