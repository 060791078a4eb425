import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { seedNewsroom } from '../../../seed'
import { pagesOf } from '../../../src/export/pages'
import { openCommandHost } from '../../helpers/command'
import type { CommandHost, Ended } from '../../helpers/command'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ninjsFaults, withoutSchema } from '../../unit/formats/ninjsSchema'
import { CANARY, fillNewsroom, HIDDEN } from './newsdesk'
import type { Newsdesk } from './newsdesk'

const SEEDED = 'lavrov-north-korea'

let newsroom: TestNewsroom
let host: CommandHost
let desk: Newsdesk
let folder: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  host = openCommandHost()
  await seedNewsroom(newsroom.payload)
  desk = await fillNewsroom(newsroom)
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-export-'))
  return () => rm(folder, { force: true, recursive: true })
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
})

/** Runs the command on the newsroom's database, and says how it ended. */
function run(...args: string[]): Promise<Ended> {
  return host.run('export', ...args)
}

/** The names of what was exported, beside the manifest. */
async function exported(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'manifest.json').sort()
}

function read(name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8')
}

describe('a folder that cannot be written to', () => {
  it.each([
    ['of a file system that makes none', () => '/proc/dateline-export'],
    ['deep in such a one', () => '/proc/dateline/export/of/today'],
    ['that is a file', () => path.join(folder, 'file')],
    ['in a file', () => path.join(folder, 'file', 'export')],
  ])('%s is refused, and named', async (_what, at) => {
    await writeFile(path.join(folder, 'file'), 'x')
    const { code, stderr } = await run(at(), '--format', 'ninjs')
    expect(code).toBeGreaterThan(0)
    expect(stderr).toContain(`${at()} is no folder to write to: `)
  })
})

describe('an export of what is published', () => {
  it('as ninjs is a file for each public article', async () => {
    expect(await run(folder, '--format', 'ninjs')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 written, 0 unchanged, 0 removed, 0 failed') })
    expect(await exported()).toEqual([`${SEEDED}.json`, `${desk.open.slug}.json`].sort())
    expect(JSON.parse(await read(`${SEEDED}.json`))).toMatchObject({ by: 'CJ journalist', slugline: SEEDED })
    expect(await read(`${desk.open.slug}.json`)).not.toContain(CANARY)
  })

  it.skipIf(withoutSchema)(`as ninjs is what IPTC's schema asks for${withoutSchema ? `: ${withoutSchema}` : ''}`, async () => {
    await run(folder, '--format', 'jsonl', '--status', 'all')
    const items = (await read('articles.jsonl')).trimEnd().split('\n')
    expect(items).toHaveLength(8)
    expect(items.flatMap((line) => ninjsFaults(JSON.parse(line)))).toEqual([])
  })

  it('as Markdown has the text under its front matter', async () => {
    expect(await run(folder, '--format', 'markdown', '--section', 'politics')).toMatchObject({ code: 0 })
    expect(await exported()).toEqual([`${SEEDED}.md`])
    const [, frontMatter = '', text = ''] = (await read(`${SEEDED}.md`)).split('---\n')
    expect(parseYaml(frontMatter)).toMatchObject({ slug: SEEDED, section: { slug: 'politics' } })
    expect(text).toContain('Lavrov')
  })

  it('as JSON Lines is one article a line, and none that readers may not see', async () => {
    expect(await run(folder, '--format', 'jsonl')).toMatchObject({ code: 0 })
    expect(await exported()).toEqual(['articles.jsonl'])
    const text = await read('articles.jsonl')
    expect(text.trimEnd().split('\n').map((line) => Object(JSON.parse(line)).slugline)).toEqual([SEEDED, desk.open.slug])
    expect(text).not.toContain(CANARY)
  })

  it('since a date has only what is newer', async () => {
    expect(await run(folder, '--format', 'ninjs', '--since', '2999-01-01')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 written') })
    expect(await exported()).toEqual([])
  })
})

describe('an export of all', () => {
  it('has drafts and what is held back, but not the trash', async () => {
    await run(folder, '--format', 'ninjs', '--status', 'all')
    const kept = HIDDEN.filter((state) => state !== 'trashed').map((state) => desk.hidden[state].slug)
    const slugs = [SEEDED, desk.open.slug, desk.withdrawn.slug, ...kept]
    expect(await exported()).toEqual(slugs.map((slug) => `${slug}.json`).sort())
  })
})

describe('an export that is run again', () => {
  it.each(['ninjs', 'markdown', 'jsonl'])('as %s leaves alone what has not changed', async (format) => {
    await run(folder, '--format', format)
    const [name = ''] = await readdir(folder)
    const before = await stat(path.join(folder, name))
    expect(await run(folder, '--format', format)).toMatchObject({ stdout: expect.stringContaining(' 0 written, 2 unchanged') })
    expect(await stat(path.join(folder, name))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  })

  it('mends what is half', async () => {
    await run(folder, '--format', 'ninjs')
    const whole = await read(`${SEEDED}.json`)
    await writeFile(path.join(folder, `${SEEDED}.json`), whole.slice(0, 100))
    expect(await run(folder, '--format', 'ninjs')).toMatchObject({ stdout: expect.stringContaining('1 written, 1 unchanged') })
    expect(await read(`${SEEDED}.json`)).toBe(whole)
    expect(await exported()).toHaveLength(2)
  })

  it('exits with 1 when a file cannot be written, after writing the others', async () => {
    await run(folder, '--format', 'markdown')
    await rm(path.join(folder, `${SEEDED}.md`))
    await mkdir(path.join(folder, `${SEEDED}.md`))
    expect(await run(folder, '--format', 'markdown')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^failed {4}article .+\n[^]* 0 written, 1 unchanged, 0 removed, 1 failed/m),
    })
  })
})

describe('the export command', () => {
  it.each([
    [[]],
    [['DIR']],
    [['DIR', '--format', 'pdf']],
    [['DIR', '--format', 'toString']],
    [['DIR', 'OTHER', '--format', 'ninjs']],
    [['DIR', '--format', 'ninjs', '--since', 'yesterday']],
    [['DIR', '--format', 'ninjs', '--status', 'draft']],
    [['DIR', '--format', 'ninjs', '--unknown']],
    [['DIR', '--format', 'ninjs', '--section', 'none']],
    [['package.json', '--format', 'ninjs']],
  ])('exits with 2 for %j', async (args) => {
    const { code, stderr } = await run(...args.map((arg) => (arg === 'DIR' ? folder : arg)))
    expect(code).toBe(2)
    expect(stderr).not.toBe('')
  })
})

describe('paging through articles', () => {
  it('gives each one once, whatever the size of a page, though many came in at one moment', async () => {
    const createdAt = '2020-01-01T00:00:00.000Z'
    const made: string[] = []
    for (let n = 0; n < 5; n += 1) {
      const { id } = await newsroom.payload.create({ collection: 'articles', data: { createdAt, headline: `Copy ${n}` }, draft: true })
      made.push(id)
    }
    for (const size of [1, 2, 3, 5, 100]) {
      const found: string[] = []
      for await (const page of pagesOf(newsroom.payload, { createdAt: { equals: createdAt } }, { pageSize: size })) {
        found.push(...page.map(({ id }) => id))
      }
      expect(found).toEqual([...made].sort())
    }
  })
})
