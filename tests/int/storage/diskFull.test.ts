import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftArticle, saveDraft } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture } from '../../helpers/picture'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

/** Mounts a small disk; undefined where this user may not. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}

const disk = smallDisk()
const temporary = process.env.TMPDIR
let newsroom: TestNewsroom
let editor: Colleague
let draft: string

beforeAll(async () => {
  if (disk === undefined) return
  process.env.TMPDIR = disk
  newsroom = await openNewsroom({ guard: {} })
  editor = await hire(newsroom, 'editor', 'Eve')
  draft = (await draftArticle(editor, { headline: 'Before' })).id
})
afterAll(async () => {
  if (disk === undefined) return
  await newsroom.close()
  process.env.TMPDIR = temporary
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

/** Writes to the disk until there are so many bytes left of it. */
function fill(): void {
  const chunk = Buffer.alloc(64 * 1024)
  try {
    for (let n = 0; n < 2000; n += 1) writeFileSync(path.join(disk ?? '', `filler-${String(n)}`), chunk)
  } catch {
    // It is full.
  }
}

function free(): void {
  for (const name of readdirSync(disk ?? '')) if (name.startsWith('filler-')) rmSync(path.join(disk ?? '', name))
}

async function upload(): Promise<{ status: number; body: { doc?: { filename: string }; errors?: { message: string }[] } }> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'Grey', credit: 'Dateline' }))
  form.set('file', new Blob([new Uint8Array(await aPicture().jpeg().toBuffer())], { type: 'image/jpeg' }), 'grey.jpg')
  return editor.sendBody('/api/media', form)
}

/** Empty files in the folder of pictures. */
function emptyFiles(): string[] {
  const folder = process.env.MEDIA_DIR ?? ''
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder).filter((name) => statSync(path.join(folder, name)).size === 0)
}

// Only root may mount a disk.
it.skipIf(disk === undefined)('a full disk (only where a small disk can be mounted, as root on Linux) is told as such, loses nothing, and leaves nothing behind (reports S3)', async () => {
  const words = 'x'.repeat(200_000)
  fill()
  const isSqlite = newsroom.payload.db.name === 'sqlite'
  if (isSqlite) {
    const saved = await editor.send<{ errors?: { message: string }[] }>('PATCH', `/api/articles/${draft}`, { headline: 'After', note: words }, { draft: true })
    expect([saved.status, saved.body.errors?.[0]?.message]).toEqual([507, expect.stringContaining('disk of the server is full')])
    const { data, errors } = await editor.graphql(`mutation ($words: String) { createArticle(draft: true, data: { headline: "New", note: $words }) { id } }`, { words })
    expect([data?.createArticle ?? null, errors?.[0]?.message]).toEqual([null, expect.stringContaining('disk of the server is full')])
  }
  const refused = await upload()
  expect([refused.status, refused.body.errors?.[0]?.message]).toEqual([507, expect.stringContaining('disk of the server is full')])
  expect(emptyFiles()).toEqual([])
  expect((await reader(newsroom.url).get('/api/health')).body).toMatchObject({ status: 'ok', database: 'up', disk: 'full' })
  expect((await reader(newsroom.url).get('/api/articles')).status).toBe(200)

  free()
  expect((await editor.get<{ headline: string }>(`/api/articles/${draft}`, { draft: true })).body.headline).toBe('Before')
  expect((await saveDraft(editor, draft, { headline: 'After' })).headline).toBe('After')
  const { body, status } = await upload()
  expect([status, body.doc?.filename]).toEqual([201, 'grey.jpg'])
  expect((await reader(newsroom.url).get('/api/health')).body).toMatchObject({ disk: 'ok' })
})
