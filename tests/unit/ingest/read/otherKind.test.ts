import { describe, expect, it } from 'vitest'
import { otherKind } from '../../../../src/ingest/read/otherKind'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('a file of a kind that holds no stories', () => {
  it.each([
    ['PK\x03\x04rest', 'ZIP'],
    ['\x1f\x8b\x08', 'compressed'],
    ['%PDF-1.4\n', 'PDF'],
    ['{\\rtf1\\ansi Words}', 'Rich Text'],
    ['\xd0\xcf\x11\xe0\xa1', 'Office'],
    ['\x89PNG\r\n', 'picture'],
    ['\xff\xd8\xff\xe0', 'picture'],
    ['GIF89a', 'picture'],
    ['RIFF\n\0\0\0WEBP', 'picture'],
    ['\n <!DOCTYPE html><html>', 'web page'],
    ['\xef\xbb\xbf<html lang="en">', 'web page'],
  ])('such as %j is told what it is, and what to do instead', (head, kind) => {
    expect(otherKind(bytes(head))).toMatch(new RegExp(`${kind}.*: .+\\.$`))
  })

  it.each(['-\nPublished: 18 October 2023', '{"uri": "x"}', '<?xml version="1.0"?><rss>', '---\ntitle: A\n---', 'PKK fighters met', '<htmlish/>'])(
    'is not %j',
    (head) => {
      expect(otherKind(bytes(head))).toBeUndefined()
    },
  )
})
