import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommandHost, runCommand } from '../../helpers/command'
import type { CommandHost } from '../../helpers/command'
import { databaseUrl } from '../../helpers/newsroom'

const SECRET = 'a secret for the tests only'

let folder: string
let host: CommandHost
let database: { DATABASE_URL: string; PAYLOAD_SECRET: string }

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-seed-test-'))
  database = { DATABASE_URL: databaseUrl(folder), PAYLOAD_SECRET: SECRET }
  host = openCommandHost({ ...database, NODE_ENV: 'production' })
})
afterAll(async () => {
  await host.close()
  await rm(folder, { force: true, recursive: true })
})

describe('npm run seed -- --ephemeral', () => {
  it('seeds a throwaway database, reads it back, and reports in JSON on standard output alone', async () => {
    const { code, stdout } = await runCommand('seed', ['--ephemeral', '--json'])
    expect(code).toBe(0)
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject({ counts: { created: 21, updated: 0, unchanged: 0, kept: 0 } })
    expect(report).toHaveProperty('rows.20.collection', 'articles')
  })

  it('says in words that all is as it should be, and does not touch the database that is set', async () => {
    const elsewhere = { DATABASE_URL: 'mongodb://127.0.0.1:9/untouched', PAYLOAD_SECRET: SECRET, NODE_ENV: 'production' }
    const { code, stdout } = await runCommand('seed', ['--ephemeral'], elsewhere)
    expect(stdout).toMatch(/created\s+articles\s+Lavrov arrives in North Korea/)
    expect(stdout).toContain('everything is as it should be')
    expect(code).toBe(0)
  })
})

describe('npm run seed on a database', () => {
  it('refuses one in production without --yes, and says how to allow it', async () => {
    const { code, stderr } = await runCommand('seed', [], { ...database, NODE_ENV: 'production' })
    expect(code).toBe(2)
    expect(stderr).toContain('production database')
    expect(stderr).toContain('--yes')
  })

  it('seeds it with --yes, once', async () => {
    const first = await runCommand('seed', ['--yes', '--json'], { ...database, NODE_ENV: 'production' })
    expect(first.code).toBe(0)
    expect(JSON.parse(first.stdout)).toMatchObject({ counts: { created: 21 } })
    const second = await host.run('seed', '--yes', '--json')
    expect(JSON.parse(second.stdout)).toMatchObject({ counts: { created: 0, unchanged: 21 } })
  })

  it('adds made-up articles with --sample, and counts each', async () => {
    const { stdout } = await host.run('seed', '--yes', '--json', '--sample', '20')
    expect(JSON.parse(stdout)).toMatchObject({ counts: { created: 20, unchanged: 21 } })
    const again = await host.run('seed', '--yes', '--json', '--sample', '20')
    expect(JSON.parse(again.stdout)).toMatchObject({ counts: { created: 0, unchanged: 41 } })
  })

  it('says in one line what is missing from the settings', async () => {
    const { code, stderr } = await runCommand('seed', [], { DATABASE_URL: database.DATABASE_URL })
    expect(code).toBe(1)
    expect(stderr.trim()).toMatch(/^dateline: PAYLOAD_SECRET is missing.*$/)
  })
})

describe('npm run seed, written wrongly,', () => {
  it.each([[['--nope']], [['extra']], [['--sample', 'many']], [['--sample', '-1']], [['--sample', '1.5']], [['--sample']]])(
    'exits with 2 and shows how to write it: %j',
    async (args) => {
      const { code, stderr, stdout } = await host.run('seed', ...args)
      expect(code).toBe(2)
      expect(stderr).toContain('Usage: npm run seed -- [options]')
      expect(stdout).toBe('')
    },
  )

  it('shows the same for --help, which is no mistake', async () => {
    const { code, stdout } = await runCommand('seed', ['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: npm run seed -- [options]')
  })
})
