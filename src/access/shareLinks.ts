import { admins } from './admins'
import { editors } from './editors'
import { ofOwnArticles } from './ofOwnArticles'
import { signedIn } from './signedIn'
import { anyOf } from './words'

/** Everybody who is signed in, for articles they may read as drafts: `collections/ShareLinks` looks at which. */
export const mayCreateShareLinks = signedIn

/** Those who work on an article see who else was shown it, and end that. */
export const mayReadShareLinks = anyOf(editors, ofOwnArticles)

/** The same people. */
export const mayUpdateShareLinks = anyOf(editors, ofOwnArticles)

export const mayDeleteShareLinks = admins
