import type { Access } from 'payload'
import { publicArticleWhere } from './publicArticle'

/** Signed-in users read every article, everybody else only public ones. */
export const signedInOrPublic: Access = ({ req }) => (req.user ? true : publicArticleWhere())
