import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../../src/storage/folder'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-folder-'))
  onTestFinished(() => rm(folder, { force: true, recursive: true }))
  return folder
}

describe('a folder is made', () => {
  it('with those above it, and once more without harm', async () => {
    const wanted = path.join(await aFolder(), 'a/b/c')
    await Promise.all([makeFolder(wanted), makeFolder(wanted)])
    await makeFolder(wanted)
    expect((await stat(wanted)).isDirectory()).toBe(true)
  })

  it('or it is said why not', async () => {
    const file = path.join(await aFolder(), 'file')
    await writeFile(file, '')
    await expect(makeFolder(path.join(file, 'below'))).rejects.toThrow('ENOTDIR')
  })

  it.runIf(process.platform === 'linux')('also where a file system takes none', async () => {
    await expect(makeFolder('/proc/pictures/of/ours')).rejects.toThrow('ENOENT')
  })
})
