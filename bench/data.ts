import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { TYPESCRIPT } from '../src/cli/typescript'
import { multiplyArticles } from './multiply'
import { dropCompoundIndexes, editFile, FRONT_PAGE_INDEX } from './variants'

/** What the data are made by: when one of these changes, they are made anew. */
const SOURCES = ['bench/data.ts', 'bench/multiply.ts', 'bench/variants.ts', 'collections', 'package-lock.json', 'seed', 'src/database', 'src/fields', 'src/articles/search']

/** More articles than this are made by copying rows: Payload writes about a hundred a second. */
const MOST_SEEDED = 2_000

/** Enough for servers that sign nobody in. */
export const SECRET = 'a secret for the bench only'

const root = path.join(import.meta.dirname, '..')

/** The same newsroom three times: with Dateline's indexes, with none that spans columns, and with one. */
export type Data = { indexed: string; ours: string; stock: string }

/**
 * Makes the data files, or finds those of an earlier run on the same sources.
 *
 * @param articles how many made-up articles they hold
 * @param say told what takes long
 * @returns their URLs
 */
export async function prepareData(articles: number, say: (line: string) => void): Promise<Data> {
  const folder = path.join(tmpdir(), 'dateline-bench', `${await hashSources()}-${articles}`)
  if (!(await exists(folder))) {
    say(`Making ${articles} articles, once for these sources …`)
    const draft = `${folder}.${process.pid}`
    await mkdir(draft, { recursive: true })
    await make(draft, articles)
    await rename(draft, folder)
  }
  const url = (name: string) => `file:${path.join(folder, name)}`
  return { indexed: url('indexed.db'), ours: url('ours.db'), stock: url('stock.db') }
}

async function make(folder: string, articles: number): Promise<void> {
  const file = (name: string) => path.join(folder, name)
  await seed(`file:${file('seeded.db')}`, Math.min(articles, MOST_SEEDED))
  await editFile(file('seeded.db'), async (client) => {
    if (articles > MOST_SEEDED) await multiplyArticles(client, articles / MOST_SEEDED)
  })
  // Opened once more: what was copied is put into the search index.
  if (articles > MOST_SEEDED) await seed(`file:${file('seeded.db')}`, 0)
  await editFile(file('seeded.db'), async (client) => {
    await client.execute(`VACUUM INTO '${file('ours.db')}'`)
  })
  await Promise.all(['seeded.db', 'seeded.db-shm', 'seeded.db-wal'].map((name) => rm(file(name), { force: true })))
  await cp(file('ours.db'), file('stock.db'))
  await editFile(file('stock.db'), dropCompoundIndexes)
  await cp(file('stock.db'), file('indexed.db'))
  await editFile(file('indexed.db'), async (client) => {
    await client.execute(FRONT_PAGE_INDEX)
  })
}

async function seed(url: string, articles: number): Promise<void> {
  await promisify(execFile)(process.execPath, [...TYPESCRIPT, 'src/cli/seed.ts', '--yes', '--sample', String(articles)], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production', PAYLOAD_SECRET: SECRET },
  })
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const full = path.join(root, source)
    const names = (await stat(full)).isDirectory() ? (await readdir(full, { recursive: true })).sort() : ['']
    for (const name of names) {
      const file = path.join(full, name)
      if ((await stat(file)).isFile()) hash.update(path.join(source, name)).update(await readFile(file))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  )
}
