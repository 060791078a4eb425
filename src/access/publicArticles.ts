import { publicArticleWhere } from '../articles/publicArticle'
import type { Rule } from './words'

/** What readers may see, for everybody. */
export const publicArticles: Rule = () => publicArticleWhere()
