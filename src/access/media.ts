import { editors } from './editors'
import { ownUploads } from './ownUploads'
import { anyOf } from './words'

/** Editors change every picture, anybody else what they brought in. */
export const mayUpdateMedia = anyOf(editors, ownUploads)
