import { statfs } from 'node:fs/promises'

/** A disk with less room than this is taken for full: SQLite's log and a picture with its sizes need as much. */
export const LEAST_BYTES = 8 * 1024 * 1024

/** Bytes that may still be written to the disk of a folder; undefined where that cannot be told. */
async function bytesLeft(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Whether the disks of these folders have room for so many bytes more. */
export async function hasRoom(folders: readonly string[], bytes = LEAST_BYTES): Promise<boolean> {
  const left = await Promise.all(folders.map(bytesLeft))
  return left.every((each) => each === undefined || each >= bytes)
}
