import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres'

/** Gives the tests a PostgreSQL server: the one of TEST_POSTGRES_URL, else one started for this run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL?.trim()
  if (given) {
    project.provide('postgresUrl', given)
    return () => Promise.resolve()
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-'))
  const { stop, url } = await startPostgres(folder)
  project.provide('postgresUrl', url)
  return async () => {
    await stop()
    await rm(folder, { force: true, recursive: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}
