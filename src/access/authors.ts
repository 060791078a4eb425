import { editors } from './editors'
import { ownProfile } from './ownProfile'
import { anyOf } from './words'

/** Editors change every profile, anybody else the one that is theirs, of which {@link editorsField} keeps most closed. */
export const mayUpdateAuthors = anyOf(editors, ownProfile)
