import type { CollectionBeforeValidateHook } from 'payload'
import sharp from 'sharp'
import type { Media } from '../../../src/payload-types'
import { metadataAlone, pictureText } from '../../../src/ingest/pictureText'

/** Fills what was left empty beside a new file with what the file says of itself. */
export const readPictureText: CollectionBeforeValidateHook<Media> = async ({ data, operation, req: { file } }) => {
  if (operation !== 'create' || !file) return data
  // Sharp finds the metadata in a thread of its own; the reader would go through the whole file, and any amount of it, in this one.
  const said = pictureText(metadataAlone(await sharp(file.data).metadata()))
  return {
    ...data,
    alt: data?.alt?.trim() || said.alt,
    caption: data?.caption?.trim() || said.caption,
    credit: data?.credit?.trim() || said.credit,
    rights: data?.rights?.trim() || said.rights,
  }
}
