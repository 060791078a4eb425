import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import type { Entry } from './format'
import { BackupRefused, HEADER, MANIFEST } from './format'
import type { Counts, Header } from './format'

/** Readable by nobody else: a backup holds logins. */
const MODE = 0o600

/** Writes a backup entry by entry, and respects backpressure. */
export class ArchiveWriter {
  readonly #pack = pack()
  readonly #entries: Entry[] = []
  readonly #header: Header
  /** Settles when the output stream has finished or failed. */
  readonly #written: Promise<void>

  private constructor(to: Writable, header: Header) {
    this.#header = header
    this.#written = pipeline(Readable.from(this.#pack), to)
    this.#written.catch(() => undefined)
  }

  static async begin(to: Writable, header: Header): Promise<ArchiveWriter> {
    const writer = new ArchiveWriter(to, header)
    await writer.add(HEADER, Buffer.from(`${JSON.stringify(header)}\n`))
    return writer
  }

  async add(name: string, content: Buffer): Promise<void> {
    await this.addFile(name, content.length, [content])
  }

  /**
   * Adds an entry from a stream.
   *
   * @throws BackupRefused when the content is not `bytes` long
   */
  async addFile(name: string, bytes: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const hash = createHash('sha256')
    let left = bytes
    const added = new Promise<void>((resolve, reject) => {
      const entry = this.#pack.entry({ name, size: bytes, mode: MODE, mtime: new Date(this.#header.moment) }, (error) => {
        if (error) reject(error)
        else resolve()
      })
      const write = async () => {
        for await (const chunk of content) {
          left -= chunk.length
          if (left < 0) break
          hash.update(chunk)
          if (!entry.write(chunk)) await new Promise<void>((resolve) => entry.once('drain', () => { resolve() }))
        }
        if (left !== 0) throw new BackupRefused(`${name} changed during the backup: run it again.`)
        entry.end(undefined)
      }
      write().catch((error: unknown) => {
        entry.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      })
    })
    await this.#orFailed(added)
    this.#entries.push({ name, bytes, sha256: hash.digest('hex') })
  }

  /** Writes the manifest and waits until the output is flushed. */
  async finish(counts: Counts): Promise<void> {
    await this.add(MANIFEST, Buffer.from(`${JSON.stringify({ ...this.#header, counts, entries: this.#entries })}\n`))
    this.#pack.finalize()
    await this.#written
  }

  /** Gives up. */
  async abort(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => undefined)
  }

  /** Rejects when the output fails, so that nobody waits for an entry that is never written. */
  async #orFailed(added: Promise<void>): Promise<void> {
    added.catch(() => undefined)
    await Promise.race([added, this.#written.then(() => added)])
  }
}
