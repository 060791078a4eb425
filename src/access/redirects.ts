import { editors } from './editors'
import { publicArticles } from './publicArticles'
import { draftReaders } from './scopes'
import { anyOf, under } from './words'
import type { Rule } from './words'

/** Redirects that lead to no article of ours. */
const leadsElsewhere: Rule = () => ({ 'to.reference': { exists: false } })

/** An old address tells of its article: readers see those of public articles only. */
export const readableRedirects = anyOf(editors, draftReaders, leadsElsewhere, under('to.reference', publicArticles))
