import { admins } from './admins'
import { editors } from './editors'
import { ofOwnArticles } from './ofOwnArticles'
import { ownArticles } from './ownArticles'
import { publicArticles } from './publicArticles'
import { draftReaders } from './scopes'
import { signedIn } from './signedIn'
import { staysDraft } from './staysDraft'
import { notTrashing, trashing } from './trashing'
import { allOf, anyOf, versionsOf } from './words'

/** Anyone at the desk begins articles; only editors publish them, or make them in the trash. */
export const mayCreateArticles = anyOf(editors, allOf(signedIn, staysDraft, notTrashing))

/** Readers read what is public, journalists what is theirs besides, editors and programs that preview everything. */
export const mayReadArticles = anyOf(editors, draftReaders, ownArticles, publicArticles)

/** Old versions are for those who write: what was public once may not be now. */
export const mayReadArticleVersions = anyOf(editors, draftReaders, versionsOf(ownArticles))

/** Journalists change what is theirs, for as long as it is not with the desk (src/articles), and publish nothing. */
export const mayUpdateArticles = anyOf(editors, allOf(ownArticles, staysDraft))

/** Editors put into the trash; what is deleted for good, admins delete. */
export const mayDeleteArticles = anyOf(admins, allOf(editors, trashing))

/** The log of an article is for those who work on it. */
export const mayReadArticleEvents = anyOf(editors, ofOwnArticles)
