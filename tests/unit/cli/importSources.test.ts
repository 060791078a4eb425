import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findSources } from '../../../src/cli/importSources'
import { UsageError } from '../../../src/cli/usage'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-sources-'))
  await mkdir(path.join(folder, 'sub'))
  await writeFile(path.join(folder, 'b.txt'), 'b')
  await writeFile(path.join(folder, 'sub', 'a #1.txt'), 'a')
  return () => rm(folder, { force: true, recursive: true })
})

async function names(...paths: string[]): Promise<string[]> {
  return (await findSources(paths)).map(({ name }) => path.relative(folder, name))
}

describe('the sources that paths name', () => {
  it('are the files of a folder, by name', async () => {
    expect(await names(folder)).toEqual(['b.txt', 'sub/a #1.txt'])
  })

  it('are each one source, however many names, patterns and links lead to it', async () => {
    await symlink('..', path.join(folder, 'sub', 'loop'))
    await symlink('nowhere', path.join(folder, 'dangling.txt'))
    await symlink('b.txt', path.join(folder, 'z.txt'))
    expect(await names(folder, path.join(folder, 'b.txt'), `${folder}/**/*.txt`)).toEqual(['b.txt', 'sub/a #1.txt'])
  })

  it('are in the order in which they are named', async () => {
    expect(await names(path.join(folder, 'sub'), path.join(folder, 'b.txt'))).toEqual(['sub/a #1.txt', 'b.txt'])
  })

  it('are read whole, whatever their size', async () => {
    const content = 'x'.repeat(200_000)
    await writeFile(path.join(folder, 'b.txt'), content)
    const [source] = await findSources([path.join(folder, 'b.txt')])
    const chunks: Uint8Array[] = []
    for await (const chunk of source?.chunks ?? []) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe(content)
  })

  it('are none where there is nothing', async () => {
    await expect(findSources([path.join(folder, 'none.txt')])).rejects.toThrow(UsageError)
  })
})
