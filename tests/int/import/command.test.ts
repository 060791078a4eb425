import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { encodeAs } from '../../../src/ingest/save/encode'
import { writeArchive } from '../../helpers/archive'
import { openCommandHost } from '../../helpers/command'
import type { CommandHost } from '../../helpers/command'
import { runImport } from '../../helpers/importCommand'
import { houseCopy } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let host: CommandHost
let folder: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  host = openCommandHost()
  await seedNewsroom(newsroom.payload)
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-import-'))
})
afterEach(() => rm(folder, { force: true, recursive: true }))

describe('npm run import', () => {
  it('takes a folder, tells what became of each file, and exits with 1 when one failed', async () => {
    const archive = await writeArchive(folder, 'Mixed', 3)
    await writeFile(path.join(archive, '9999.txt'), houseCopy({ published: '03/04/2023' }))
    const { code, stdout } = await runImport([archive])
    expect(code).toBe(1)
    expect(stdout).toContain(`${archive}/9999.txt:2:12:`)
    expect(stdout).toMatch(/4 files in .*: 3 created, 0 updated, 0 skipped, 0 conflicts, 1 failed/)
  })

  it('takes a pattern, a file and standard input', async () => {
    const archive = await writeArchive(folder, 'Ways', 4)
    const first = await host.run('import', '--yes', path.join(archive, '000[01].txt'), path.join(archive, '0002.txt'))
    expect(first.stdout).toContain('3 created')
    const second = await runImport(['-'], { input: houseCopy({ headline: 'From standard input' }) })
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('created   -  draft: From standard input') })
  })

  it('prints reports as JSON Lines for machines, the summary last', async () => {
    const archive = await writeArchive(folder, 'Json', 2)
    const { stdout } = await runImport([archive, '--json', '--dry-run'])
    const lines = stdout.trim().split('\n').map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      { outcome: 'created', account: expect.arrayContaining([{ at: 'line 1', to: 'headline' }]) },
      { outcome: 'created' },
      { summary: { files: 2, counts: { created: 2 } } },
    ])
  })

  it('takes the encoding that files are in (ingest I5)', async () => {
    const file = path.join(folder, 'dos.txt')
    await writeFile(file, encodeAs('ibm866', houseCopy({ headline: 'Снег' })))
    expect((await host.run('import', '--yes', file, '--encoding', 'IBM866')).stdout).toContain('draft: Снег')
  })

  it.each([
    ['nothing to import', []],
    ['an option that does not exist', ['--overwrite', 'x']],
    ['a path that does not exist', ['no/such/file.txt']],
    ['an encoding that does not exist (ingest I5)', ['--encoding', 'klingon', 'seed']],
    ['a conflict rule that does not exist', ['--on-conflict', 'overwrite', 'seed']],
  ])('exits with 2 and says how to write it when given %s', async (_, args) => {
    const { code, stderr } = await host.run('import', '--yes', ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/Usage|There is no file/)
  })
})
