import { BODY_BYTES } from './bodyBytes'

/** How many parts a form of Payload's may have, and how large each: a file, the document as JSON, and little else. */
export function formLimits(fileSize: number) {
  return { fieldNameSize: 200, fields: 20, fieldSize: BODY_BYTES.document, fileSize, files: 1, headerPairs: 20, parts: 21 }
}
