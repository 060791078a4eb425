import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Random } from './random'
import { generateCopy } from './wireCopies'

/** House wire copy of about 2 KB with a headline that no other has. */
export function namedCopy(random: Random, n: number): string {
  const [, ...rest] = generateCopy(random).split('\n')
  return [`Story ${n} ${random.pick(['of the day', 'from Moscow', 'on the talks'])}`, ...rest].join('\n')
}

/** Writes an archive of such copy, a thousand files to a folder, and gives its place. */
export async function writeCopies(folder: string, random: Random, count: number): Promise<string> {
  for (let n = 0; n < count; n += 1) {
    const inside = path.join(folder, String(Math.floor(n / 1000)).padStart(3, '0'))
    if (n % 1000 === 0) await mkdir(inside, { recursive: true })
    await writeFile(path.join(inside, `${String(n).padStart(6, '0')}.txt`), namedCopy(random, n))
  }
  return folder
}
