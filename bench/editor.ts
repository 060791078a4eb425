/** The built app on a copy of the made-up newsroom, and somebody who may write in it. */
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { TYPESCRIPT } from '../src/cli/typescript'
import type { Child } from './child'
import { prepareData, SECRET } from './data'
import { startServer } from './servers'

const ADMIN = { email: 'bench@newsroom.test', password: 'a password for the bench only' }

export type Edited = { app: Child; authorization: string }

/**
 * Runs a task with it, and throws the copy away.
 *
 * @param articles how many made-up articles it holds
 */
export async function withEditor(articles: number, task: (edited: Edited) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-bench-'))
  try {
    const data = await prepareData(articles, (line) => console.log(line))
    const file = path.join(folder, 'copy.db')
    await copyFile(fileURLToPath(data.ours), file)
    await promisify(execFile)(process.execPath, [...TYPESCRIPT, 'src/cli/prepare.ts'], {
      env: { ...process.env, DATABASE_URL: `file:${file}`, NODE_ENV: 'production', PAYLOAD_SECRET: SECRET, SEED_ADMIN_EMAIL: ADMIN.email, SEED_ADMIN_PASSWORD: ADMIN.password },
    })
    const app = await startServer('app', { ...data, ours: `file:${file}` }, folder)
    try {
      await task({ app, authorization: `JWT ${await token(app.url)}` })
    } finally {
      await app.stop()
    }
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

async function token(url: string): Promise<string> {
  const response = await fetch(`${url}/api/users/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(ADMIN) })
  const body = (await response.json()) as { token?: string }
  if (body.token === undefined) throw new Error(`Signing in answered ${response.status}.`)
  return body.token
}

/** The value below which that part of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
}
