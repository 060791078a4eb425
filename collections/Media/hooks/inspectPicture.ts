import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { diskFull } from '../../../src/database/storageErrors'
import { currentOptions } from '../../../src/options/current'
import { slugs } from '../../../src/options/slugs'
import { makeFolder } from '../../../src/storage/folder'
import { hasRoom, LEAST_BYTES } from '../../../src/storage/room'
import { pictureName } from '../../../src/security/pictures/pictureName'
import { pictureEnd, pictureKind, skipZeros } from '../../../src/security/pictures/pictureEnd'
import type { PictureKind } from '../../../src/security/pictures/pictureEnd'

/** The largest file of a picture, in bytes. */
export const MAX_PICTURE_BYTES = 20 * 1024 * 1024

export const TOO_MANY_BYTES = `This file is too large: a picture may have ${MAX_PICTURE_BYTES / 1024 / 1024} MiB.`

/** The most pixels of a picture, all frames of an animation together; decoded, each takes four bytes. */
const MAX_PIXELS = 100_000_000

/** How many times its shorter side the longer one may be: the sizes made of a narrower picture could not be encoded. */
const MAX_RATIO = 40

/**
 * Takes a file for what its bytes are, and lets in whole pictures only: of a kind that is taken, of a size that can be
 * worked with, decodable to the end, and with nothing behind. What phones write behind a JPEG is cut off: a film, notes
 * of their own; so is anything else that stands there.
 */
export const inspectPicture: CollectionBeforeOperationHook<'media'> = async ({ args, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // A stranger is told by the access rules, and costs no decoding.
  if (!overrideAccess && !req.user) return args
  const { file } = req
  if (!file) {
    // Payload would fetch the file from an address in the data.
    if (operation === 'create' && !('duplicateFromID' in args && args.duplicateFromID)) throw refusal(400, 'Send the picture itself, as multipart/form-data.')
    return args
  }
  if (file.size > MAX_PICTURE_BYTES || file.data.length > MAX_PICTURE_BYTES) {
    throw refusal(413, TOO_MANY_BYTES)
  }
  // Payload would leave empty files behind, and call it the client's fault.
  if (!currentOptions().storage && !(await hasRoom([await mediaDir()], LEAST_BYTES + 3 * file.size))) throw diskFull()
  const kind = pictureKind(file.data)
  if (!kind) throw refusal(400, 'This is no picture that can be shown: send JPEG, PNG, WebP, AVIF or GIF.')
  file.data = withoutTrailer(file.data, kind)
  file.size = file.data.length
  await refuseHuge(file.data)
  await refuseBroken(file.data)
  file.data = await upright(file.data)
  file.size = file.data.length
  file.name = pictureName(file.name, kind)
  return args
}

/**
 * Turns a picture as its camera says it should be shown, so that its width and height are those that readers see. What
 * it says of itself stays in it.
 */
async function upright(bytes: Buffer): Promise<Buffer> {
  const { format, orientation = 1, pages = 1 } = await sharp(bytes).metadata()
  if (orientation === 1 || pages > 1) return bytes
  const turned = sharp(bytes, { limitInputPixels: MAX_PIXELS }).rotate().keepMetadata()
  return format === 'jpeg' ? turned.jpeg({ chromaSubsampling: '4:4:4', quality: 95 }).toBuffer() : turned.toBuffer()
}

/** Where pictures are kept, which the first of them makes. */
async function mediaDir(): Promise<string> {
  const folder = currentOptions().mediaDir
  await makeFolder(folder)
  return folder
}

function withoutTrailer(bytes: Buffer, kind: PictureKind): Buffer {
  const end = pictureEnd(bytes, kind)
  if (end === undefined) throw refusal(400, BROKEN)
  const rest = bytes.length - skipZeros(bytes, end)
  if (rest === 0) return bytes
  // No camera writes behind other kinds; somebody who wants one file to be two things does.
  if (kind !== 'jpeg') throw refusal(400, `This file goes on after its picture ends, by ${rest} bytes: save the picture anew, then send it.`)
  return bytes.subarray(0, end)
}

const BROKEN = 'This picture is broken: it cannot be decoded to its end.'

async function refuseHuge(bytes: Buffer): Promise<void> {
  // Animations are asked for in one piece: their height is that of all frames.
  const { height = 0, pageHeight = height, width = 0 } = await sharp(bytes, { animated: true, limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refusal(400, BROKEN)
    })
  if (width * height > MAX_PIXELS) {
    throw refusal(413, `This picture is too large: ${width} × ${height} pixels; it may have ${MAX_PIXELS / 1_000_000} million.`)
  }
  if (Math.max(width, pageHeight) > MAX_RATIO * Math.min(width, pageHeight)) {
    throw refusal(400, `This picture is too narrow: ${width} × ${pageHeight} pixels; its longer side may be ${MAX_RATIO} times its shorter one.`)
  }
}

async function refuseBroken(bytes: Buffer): Promise<void> {
  try {
    await sharp(bytes, { limitInputPixels: MAX_PIXELS }).resize(16).raw().toBuffer()
  } catch {
    throw refusal(400, BROKEN)
  }
}

function refusal(status: number, message: string): Error {
  return new APIError(message, status, { collection: slugs.media, errors: [{ message, path: 'file' }] }, true)
}
