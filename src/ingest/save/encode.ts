/** Where a second byte begins in any encoding of two. */
const FIRST_TRAIL = 0x30

const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>()

/**
 * Text in an encoding of one or two bytes to a character, as Node decodes it; what it has no bytes for becomes `?`. Node
 * itself only decodes.
 */
export function encodeAs(encoding: string, text: string): Buffer {
  const bytesOf = encoders.get(encoding) ?? encoderOf(encoding)
  encoders.set(encoding, bytesOf)
  const bytes: number[] = []
  for (const character of text) for (const byte of bytesOf.get(character) ?? [0x3f]) bytes.push(byte)
  return Buffer.from(bytes)
}

function encoderOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const bytesOf = new Map<string, readonly number[]>()
  const learn = (bytes: readonly number[]): boolean => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes))
      if (Array.from(character).length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes)
      return true
    } catch {
      return false
    }
  }
  for (let first = 0; first < 0x100; first += 1) {
    if (learn([first]) || first < 0x80) continue
    for (let second = FIRST_TRAIL; second < 0x100; second += 1) learn([first, second])
  }
  return bytesOf
}
