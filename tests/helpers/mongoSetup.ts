import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEmbedded } from '../../src/database/embedded'
import type { TestProject } from 'vitest/node'

/** Gives the tests a MongoDB server: the one of TEST_MONGODB_URL, else one started for this run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_MONGODB_URL?.trim()
  if (given) {
    project.provide('mongoUrl', given)
    return () => Promise.resolve()
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-test-mongo-'))
  const { close, url } = await openEmbedded({ dataDir, log: (line) => console.log(line) })
  project.provide('mongoUrl', url)
  return async () => {
    await close()
    await rm(dataDir, { force: true, recursive: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
  }
}
