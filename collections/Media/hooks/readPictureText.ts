import type { CollectionBeforeValidateHook } from 'payload'
import type { Media } from '../../../src/payload-types'
import { pictureText } from '../../../src/ingest/pictureText'

/** Fills what was left empty beside a new file with what the file says of itself. */
export const readPictureText: CollectionBeforeValidateHook<Media> = ({ data, operation, req: { file } }) => {
  if (operation !== 'create' || !file) return data
  const said = pictureText(file.data)
  return {
    ...data,
    alt: data?.alt?.trim() || said.alt,
    caption: data?.caption?.trim() || said.caption,
    credit: data?.credit?.trim() || said.credit,
    rights: data?.rights?.trim() || said.rights,
  }
}
