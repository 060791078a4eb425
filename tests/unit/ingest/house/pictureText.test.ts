import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { metadataAlone, pictureText } from '../../../../src/ingest/pictureText'
import { aPicture, withIim, xmpOf } from '../../../helpers/picture'

const EXIF = { IFD0: { ImageDescription: 'From the camera', Artist: 'Ann Lee', Copyright: '(c) Ann Lee' } }
const XMP = { alt: 'Two men shake hands', caption: 'Sergei Lavrov, left', creators: ['Ann Lee', 'Bo Chen'], credit: 'Reuters' }

describe('what a picture says of itself', () => {
  it('is read from Exif', async () => {
    const jpeg = await aPicture().withExif(EXIF).jpeg().toBuffer()
    expect(pictureText(jpeg)).toEqual({ alt: undefined, caption: 'From the camera', credit: 'Ann Lee', rights: '(c) Ann Lee' })
  })

  it('is read from IPTC-IIM', async () => {
    const jpeg = withIim(await aPicture().jpeg().toBuffer(), { 80: 'Bo Chen', 110: 'AP', 116: '2026 AP', 120: 'A train in Vladivostok' })
    expect(pictureText(jpeg)).toEqual({ alt: undefined, caption: 'A train in Vladivostok', credit: 'Bo Chen / AP', rights: '2026 AP' })
  })

  it.each(['jpeg', 'webp'] as const)('is read from the XMP of a %s, before all else', async (format) => {
    const bytes = await aPicture().withExif(EXIF).withXmp(xmpOf(XMP)).toFormat(format).toBuffer()
    expect(pictureText(bytes)).toEqual({
      alt: 'Two men shake hands',
      caption: 'Sergei Lavrov, left',
      credit: 'Ann Lee, Bo Chen / Reuters',
      rights: '(c) Ann Lee',
    })
  })

  it('names an agency once that is the author too', async () => {
    const jpeg = withIim(await aPicture().jpeg().toBuffer(), { 80: 'Reuters', 110: 'Reuters' })
    expect(pictureText(jpeg).credit).toBe('Reuters')
  })

  it('is nothing when blanks are all there is, when there is nothing, and of what is no picture', async () => {
    const nothing = { alt: undefined, caption: undefined, credit: undefined, rights: undefined }
    expect(pictureText(await aPicture().withExif({ IFD0: { ImageDescription: '   ' } }).jpeg().toBuffer())).toEqual(nothing)
    expect(pictureText(await aPicture().png().toBuffer())).toEqual(nothing)
    expect(pictureText(Buffer.from('no picture'))).toEqual(nothing)
    expect(pictureText((await aPicture().withExif(EXIF).jpeg().toBuffer()).subarray(0, 50))).toEqual(nothing)
  })

  it.each(['jpeg', 'webp', 'png', 'avif'] as const)('is the same in the metadata alone of a %s', async (format) => {
    const bytes = await aPicture().withExif(EXIF).withXmp(xmpOf(XMP)).toFormat(format).toBuffer()
    const said = pictureText(metadataAlone(await sharp(bytes).metadata()))
    expect(said).toEqual({ alt: XMP.alt, caption: XMP.caption, credit: 'Ann Lee, Bo Chen / Reuters', rights: EXIF.IFD0.Copyright })
    const iim = withIim(await aPicture().jpeg().toBuffer(), { 80: 'Bo Chen', 120: 'A train' })
    expect(pictureText(metadataAlone(await sharp(iim).metadata()))).toEqual(pictureText(iim))
  })

  it('is read from a part of a buffer as from the whole', async () => {
    const jpeg = await aPicture().withExif(EXIF).jpeg().toBuffer()
    const around = Buffer.concat([Buffer.from('before'), jpeg])
    expect(pictureText(around.subarray(6))).toEqual(pictureText(new Uint8Array(jpeg).buffer))
  })
})
