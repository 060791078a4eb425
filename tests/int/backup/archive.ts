import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { extract, pack } from 'tar-stream'

/** An entry of a tar as it is. */
export type TarEntry = { name: string; content: Buffer }

export async function readTar(file: string): Promise<TarEntry[]> {
  const tar = extract()
  tar.end(await readFile(file))
  const entries: TarEntry[] = []
  for await (const entry of tar) entries.push({ name: entry.header.name, content: await buffer(Readable.from(entry)) })
  return entries
}

export async function writeTar(file: string, entries: readonly TarEntry[]): Promise<void> {
  const tar = pack()
  for (const { content, name } of entries) tar.entry({ name }, content)
  tar.finalize()
  await writeFile(file, await buffer(Readable.from(tar)))
}

/** The same with a manifest that says what is in it. */
export function withManifest(entries: readonly TarEntry[]): TarEntry[] {
  const manifest = entries.find(({ name }) => name === 'manifest.json')
  const others = entries.filter(({ name }) => name !== 'manifest.json')
  const said: object = JSON.parse(manifest?.content.toString() ?? '{}')
  const listed = others.map(({ content, name }) => ({ name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }))
  return [...others, { name: 'manifest.json', content: Buffer.from(JSON.stringify({ ...said, entries: listed })) }]
}

/** What a backup holds, apart from when and where it was made: documents by their fields, whatever the order of these, and files. */
export async function heldIn(file: string): Promise<Record<string, unknown>> {
  const entries = await readTar(file)
  const held = ({ content, name }: TarEntry): unknown => (name.endsWith('.jsonl') ? content.toString().trimEnd().split('\n').map((line): unknown => JSON.parse(line)) : content.toString('latin1'))
  return Object.fromEntries(entries.filter(({ name }) => name.includes('/')).map((entry) => [entry.name, held(entry)]))
}
