import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entryOf } from '../../../../src/delivery/entry'
import type { Entry } from '../../../../src/delivery/entry'
import { decode, encode, SnapshotFault } from '../../../../src/delivery/snapshot/format'
import type { Header } from '../../../../src/delivery/snapshot/format'
import { model } from '../support/model'

const header: Header = { identity: 'ours', asOf: 1_700_000_000_000, model }

function entry(key: string, body: Uint8Array, tags: string[] = []): Entry {
  return entryOf({ key, tags, until: Infinity }, { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) }, 1000)
}

function written(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...encode(header, entries)])
}

const anyEntries = fc.array(
  fc.record({ key: fc.string(), body: fc.uint8Array({ maxLength: 2000 }), tags: fc.array(fc.string()) }).map(({ body, key, tags }) => entry(key, body, tags)),
  { maxLength: 20 },
)

it('gives back what was written, to be shown only when there is nothing else', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      expect(decode(written(entries))).toEqual({ header, entries: entries.map((each) => ({ ...each, expiresAt: 0 })) })
    }),
  )
})

it('writes more than fits in one piece', () => {
  const entries = Array.from({ length: 5 }, (_, n) => entry(String(n), Buffer.alloc(200_000, n)))
  expect([...encode(header, entries)].length).toBeGreaterThan(2)
  expect(decode(written(entries)).entries).toHaveLength(5)
})

it('refuses a file that was cut anywhere, or in which a single bit is another', () => {
  const file = written([entry('a', Buffer.from('{"a":1}'), ['articles']), entry('b', Buffer.from('b'))])
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 0, max: 7 }), fc.boolean(), (at, bit, isCut) => {
      const other = Buffer.from(isCut ? file.subarray(0, at) : file)
      if (!isCut) other.writeUInt8(other.readUInt8(at) ^ (1 << bit), at)
      expect(() => decode(other)).toThrow(SnapshotFault)
    }),
    { numRuns: 2000 },
  )
})

it('refuses whatever else may be found', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.boolean(), (bytes, hasMagic) => {
      expect(() => decode(Buffer.concat([Buffer.from(hasMagic ? 'dateline-snapshot 2\n' : ''), bytes]))).toThrow(SnapshotFault)
    }),
  )
})
