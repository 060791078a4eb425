import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictureEnd, pictureKind, PICTURES } from '../../../src/security/pictures/pictureEnd'
import type { PictureKind } from '../../../src/security/pictures/pictureEnd'
import { pictureName } from '../../../src/security/pictures/pictureName'

const KINDS: PictureKind[] = ['jpeg', 'png', 'webp', 'avif', 'gif']
const pictures = new Map<string, Buffer>()

/** A picture of noise: every byte that compressed data can hold is in it. */
function noise(): ReturnType<typeof sharp> {
  const bytes = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, n) => (n * 2654435761) % 251))
  return sharp(bytes, { raw: { width: 64, height: 48, channels: 3 } })
}

beforeAll(async () => {
  for (const kind of KINDS) pictures.set(kind, await noise().toFormat(kind).toBuffer())
  pictures.set('progressive', await noise().jpeg({ progressive: true, quality: 100 }).toBuffer())
})
const picture = (name: string) => pictures.get(name) ?? Buffer.alloc(0)

describe.each(KINDS)('a picture in %s', (kind) => {
  it('is told by its bytes, and ends where its file does', () => {
    expect(pictureKind(picture(kind))).toBe(kind)
    expect(pictureEnd(picture(kind), kind)).toBe(picture(kind).length)
  })

  it('ends where it did before something was put behind it', () => {
    const polyglot = Buffer.concat([picture(kind), Buffer.from('<html><script>alert(1)</script>')])
    expect(pictureEnd(polyglot, kind)).toBe(picture(kind).length)
  })

  it('has no end when it was cut, and never hangs or throws', () => {
    fc.assert(
      fc.property(fc.nat(picture(kind).length - 1), fc.nat(255), (at, byte) => {
        const cut = picture(kind).subarray(0, at)
        expect(pictureEnd(cut, kind) ?? 0).toBeLessThanOrEqual(at)
        const damaged = Buffer.from(picture(kind))
        damaged[at] = byte
        expect(pictureEnd(damaged, kind) ?? 0).toBeLessThanOrEqual(damaged.length)
      }),
    )
  })
})

describe('a JPEG', () => {
  it('may be progressive', () => {
    expect(pictureEnd(picture('progressive'), 'jpeg')).toBe(picture('progressive').length)
  })

  it('may carry further JPEGs behind it, as cameras write them, but no archive behind those', () => {
    const withPreview = Buffer.concat([picture('jpeg'), Buffer.alloc(16), picture('progressive')])
    expect(pictureEnd(withPreview, 'jpeg')).toBe(withPreview.length)
    expect(pictureEnd(Buffer.concat([withPreview, Buffer.from('PK\u0003\u0004')]), 'jpeg')).toBe(withPreview.length)
  })
})

it.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['HTML', '<!doctype html>'],
  ['an archive', 'PK\u0003\u0004'],
  ['TIFF', 'II*\u0000'],
  ['nothing', ''],
])('%s is none of the pictures', (_what, text) => {
  expect(pictureKind(Buffer.from(text, 'latin1'))).toBeUndefined()
})

describe('the name of a picture', () => {
  it.each([
    ['sea.png', 'png', 'sea.png'],
    ['Sea & Sky (1).JPEG', 'jpeg', 'Sea - Sky (1).jpeg'],
    ['평양 광장.jpg', 'jpeg', '평양 광장.jpg'],
    ['evil.html', 'png', 'evil.png'],
    ['evil.png.exe', 'gif', 'evil.png.gif'],
    ['../../../etc/passwd', 'png', 'passwd.png'],
    ['..\\..\\boot.png', 'png', 'boot.png'],
    ['a\u0000b.png', 'png', 'ab.png'],
    ['photo\u202Egnp.exe', 'png', 'photognp.png'],
    ['\u200B\uFEFF.png', 'png', 'picture.png'],
    ['.htaccess', 'png', 'htaccess.png'],
    ['<img src=x onerror=1>.png', 'png', 'img src-x onerror-1-.png'],
    ['', 'webp', 'picture.webp'],
    ['...', 'avif', 'picture.avif'],
    [`${'x'.repeat(5000)}.png`, 'png', `${'x'.repeat(100)}.png`],
  ] as const)('%j as %s is kept as %j', (given, kind, name) => {
    expect(pictureName(given, kind)).toBe(name)
  })

  it('fits every file system, and holds nothing but letters, digits and a little more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...KINDS), (given, kind) => {
        const name = pictureName(given, kind)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210)
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_(,)+@'-][\p{L}\p{M}\p{N} _.,()+@'-]*\.[a-z]+$/u)
        expect(PICTURES[kind].extensions.some((extension) => name.endsWith(`.${extension}`))).toBe(true)
      }),
    )
  })
})

it.each([1, 50, 100_000])('%i JPEGs behind a JPEG are read one after the other (code F2)', (count) => {
  const thin = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0x00, 0x02, 0xff, 0xd9])
  const bytes = Buffer.concat(Array.from({ length: count + 1 }, () => thin))
  expect(pictureEnd(bytes, 'jpeg')).toBe(bytes.length)
  expect(pictureEnd(Buffer.concat([bytes, Buffer.from([0xff, 0xd8, 0xff])]), 'jpeg')).toBe(bytes.length)
})
