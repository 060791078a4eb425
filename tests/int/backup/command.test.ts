import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../../src/backup/backUp'
import { TYPESCRIPT } from '../../../src/cli/typescript'
import { openCommandHost, runCommand } from '../../helpers/command'
import type { CommandHost, Ended } from '../../helpers/command'
import { databaseUrl, openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture } from '../../helpers/picture'
import { upload } from '../../helpers/upload'
import { fillNewsroom } from '../out/newsdesk'
import { heldIn, readTar, withManifest, writeTar } from './archive'
import type { TarEntry } from './archive'

let newsroom: TestNewsroom
let host: CommandHost
let folder: string
let backup: string

const inFolder = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-backup-'))
  newsroom = await openNewsroom()
  await fillNewsroom(newsroom)
  const picture = await upload(newsroom, { name: 'quay.png', type: 'image/png', bytes: await aPicture().png().toBuffer(), data: { alt: 'A quay', credit: 'Ann Lee' } })
  expect(picture.status).toBe(201)
  host = openCommandHost()
  backup = inFolder('newsroom.tar')
  expect(await host.run('backup', backup)).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
  await rm(folder, { force: true, recursive: true })
})

/** An empty database of this engine, with commands that work on it. */
async function openEmpty(): Promise<{ host: CommandHost; mediaDir: string; env: Record<string, string> }> {
  const place = await mkdtemp(path.join(folder, 'empty-'))
  const env = { DATABASE_URL: databaseUrl(place), MEDIA_DIR: path.join(place, 'media'), PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '' }
  return { env, host: openCommandHost(env), mediaDir: env.MEDIA_DIR }
}

describe('a backup', () => {
  it('is a tar that its owner alone can read, with what it holds in its last entry', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600)
    const entries = await readTar(backup)
    expect([entries[0]?.name, entries.at(-1)?.name]).toEqual(['dateline.json', 'manifest.json'])
    expect(JSON.parse(entries.at(-1)?.content.toString() ?? '')).toMatchObject({ format: 1, counts: { collections: { articles: 8, users: 2 }, files: { media: 2 } } })
    expect(entries.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/payload-(kv|locked-documents)/))
  })

  it('is not written over unless that is asked for', async () => {
    const before = await readFile(backup)
    expect(await host.run('backup', backup)).toMatchObject({ code: 2, stderr: expect.stringContaining('add --force') })
    expect(await readFile(backup)).toEqual(before)
    expect(await host.run('backup', backup, '--force')).toMatchObject({ code: 0 })
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('is of one moment, whatever is written meanwhile', async () => {
    const file = inFolder('moment.tar')
    const steps = backUp(newsroom.payload, createWriteStream(file))
    await steps.next()
    const { id } = await newsroom.payload.create({ collection: 'tags', data: { name: 'Meanwhile', slug: '', kind: 'subject' } })
    for (let next = await steps.next(); !next.done; next = await steps.next()) expect(next.value.warning).toBeUndefined()
    await newsroom.payload.delete({ collection: 'tags', id })
    expect(JSON.stringify(await heldIn(file))).not.toContain('Meanwhile')
  })

  it.each([[[]], [['a.tar', 'b.tar']], [['a.tar', '--unknown']], [['/proc/dateline.tar']]])('is refused with 2 for %j', async (args) => {
    expect(await host.run('backup', ...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(/./) })
  })
})

describe('a restore', () => {
  it('gives the same newsroom, with the same ids on the same engine, and only to an empty database', async () => {
    const empty = await openEmpty()
    expect(await empty.host.run('restore', backup, '--dry-run')).toMatchObject({ code: 0, stderr: expect.stringContaining('This can be restored: ') })
    expect(await empty.host.run('restore', backup)).toMatchObject({ code: 0, stderr: expect.stringContaining('Restored ') })
    expect(await empty.host.run('backup', inFolder('again.tar'))).toMatchObject({ code: 0 })
    expect(await heldIn(inFolder('again.tar'))).toEqual(await heldIn(backup))
    expect(await empty.host.run('check')).toMatchObject({ code: 0, stdout: '' })
    const { code, stderr } = await empty.host.run('restore', backup)
    expect([code, stderr.trim().split('\n').at(-1)]).toEqual([2, expect.stringMatching(/^The database is not empty: it contains 8 articles, .* Restore into a new one/)])
    await empty.host.close()
  })

  it('takes a backup by standard input from one by standard output', async () => {
    const { env } = await openEmpty()
    const source = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/backup.ts', '-'], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })
    const target = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/restore.ts', '-'], { env: { ...process.env, ...env }, stdio: ['pipe', 'ignore', 'pipe'] })
    source.stdout.pipe(target.stdin)
    expect(await text(target.stderr)).toMatch(/Restored \d+ documents/)
  })
})

const changed = (entries: TarEntry[], name: RegExp, change: (content: Buffer) => Buffer) => entries.map((entry) => (name.test(entry.name) ? { ...entry, content: change(entry.content) } : entry))
const inText = (change: (text: string) => string) => (content: Buffer) => Buffer.from(change(content.toString()))
const added = (name: string) => (entries: TarEntry[]) => withManifest([...entries.slice(0, -1), { name, content: Buffer.from('{"id":"x"}\n') }, ...entries.slice(-1)])

/** Backups that something has happened to, and what is said of them. */
const FAULTY: [string, (entries: TarEntry[]) => TarEntry[], string][] = [
  ['with a word changed', (all) => changed(all, /^collections\/articles/, inText((text) => text.replace('Xanadu', 'Kanada'))), 'does not match'],
  ['with an entry missing', (all) => all.filter(({ name }) => !name.startsWith('versions/')), 'is missing'],
  ['without its end', (all) => all.slice(0, -1), 'manifest.json is missing'],
  ['of a newer format', (all) => withManifest(changed(all, /^dateline\.json$/, inText((text) => text.replace('"format":1', '"format":2')))), 'update Dateline first'],
  ['without a beginning', (all) => all.slice(1), 'This file is not a Dateline backup.'],
  ['with a file outside', added('files/media/../../outside.png'), 'is unknown'],
  ['with a file in a folder', added('files/media/in/side.png'), 'is unknown'],
  ['with a file of no document', added('files/media/stray.png'), 'belongs to no document'],
  ['with an unknown entry', added('secrets/000001.jsonl'), 'is unknown'],
  ['with a collection of another project', added('collections/horses/000001.jsonl'), 'the collection horses'],
  ['with an entry twice', (all) => [...all.slice(0, 2), ...all.slice(1)], 'twice'],
  ['with fewer documents than it says', (all) => withManifest(changed(all, /^collections\/tags/, () => Buffer.alloc(0))), 'number of documents'],
  ['with a line that is no document', (all) => withManifest(changed(all, /^collections\/tags/, () => Buffer.from('[1]\n'))), 'not a document'],
]

describe('a faulty backup', () => {
  let empty: CommandHost
  let mediaDir: string

  beforeAll(async () => {
    const opened = await openEmpty()
    empty = opened.host
    mediaDir = opened.mediaDir
  })
  afterAll(() => empty.close())

  /** It is refused in one line, and the database stays empty. */
  async function refused(file: string): Promise<string> {
    const { code, stderr }: Ended = await empty.run('restore', file)
    expect(code, stderr).toBe(2)
    expect(await readdir(mediaDir).catch(() => [])).toEqual([])
    // Another one still finds it empty.
    expect(await empty.run('restore', backup, '--dry-run')).toMatchObject({ code: 0 })
    return stderr.trim().split('\n').filter((line) => !line.startsWith('Database: ')).join('\n')
  }

  it.each(FAULTY)('%s is refused in one line', async (_what, change, words) => {
    const file = inFolder('faulty.tar')
    await writeTar(file, change(await readTar(backup)))
    const line = await refused(file)
    expect(line).toContain(words)
    expect(line).not.toContain('\n')
  })

  it.each([0.1, 0.5, 0.9])('that ends after %d of its bytes is refused', async (part) => {
    const bytes = await readFile(backup)
    await writeFile(inFolder('cut.tar'), bytes.subarray(0, Math.floor(bytes.length * part)))
    expect(await refused(inFolder('cut.tar'))).toMatch(/^This backup is damaged: [^\n]*$/)
  })

  it('that is no backup at all is refused', async () => {
    expect(await refused('package.json')).toMatch(/damaged|not a Dateline backup/)
    expect(await refused(inFolder('nothing.tar'))).toMatch(/cannot be read/)
  })
})

it('a restore without a database to reach says so in one line', async () => {
  const { code, stderr } = await runCommand('restore', [backup], { DATABASE_URL: 'file:/nowhere/at/all/dateline.db', PAYLOAD_SECRET: 'a secret for tests only' })
  expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be reached')])
})
