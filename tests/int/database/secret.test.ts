import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { EmbeddedDatabaseError } from '../../../src/database/embedded'
import { embeddedSecret } from '../../../src/database/secret'
import { tempDir } from './support/tempDir'

describe('embeddedSecret', () => {
  it('is made once, in a file that only its owner can read', async () => {
    const dataDir = join(await tempDir(), '.data')
    const secret = await embeddedSecret(dataDir)
    expect(secret).toMatch(/^[\da-f]{64}$/)
    expect(await embeddedSecret(dataDir)).toBe(secret)
    expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
  })

  it('is the same for everyone who asks at the same moment, and leaves no other file', async () => {
    const dataDir = await tempDir()
    const secrets = await Promise.all(Array.from({ length: 20 }, () => embeddedSecret(dataDir)))
    expect(new Set(secrets).size).toBe(1)
    expect(await readdir(dataDir)).toEqual(['secret'])
  })

  it('is another in another directory', async () => {
    expect(await embeddedSecret(await tempDir())).not.toBe(await embeddedSecret(await tempDir()))
  })

  it('is refused when the file holds something else', async () => {
    const dataDir = await tempDir()
    await writeFile(join(dataDir, 'secret'), '')
    await expect(embeddedSecret(dataDir)).rejects.toThrow(EmbeddedDatabaseError)
    await expect(embeddedSecret(dataDir)).rejects.toThrow(/does not hold 64 hexadecimal digits/)
  })
})
