import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

/** A new directory, removed when the test that asked for it is over. */
export async function tempDir(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dateline-'))
  onTestFinished(() => rm(path, { force: true, maxRetries: 3, recursive: true }))
  return path
}
