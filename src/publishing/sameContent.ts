import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** Whether a file holds byte for byte what another does; the other may be missing. */
export async function sameContent(file: string, other: string): Promise<boolean> {
  const [size, otherSize] = await Promise.all([sizeOf(file), sizeOf(other)])
  if (size !== otherSize) return false
  const [hash, otherHash] = await Promise.all([hashOf(file), hashOf(other)])
  return hash === otherHash
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  )
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
