import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { signatures, withRoles } from '../../formats/bylines'
import type { ArticleDocument, AuthorDocument, FormatOptions } from '../../formats/types'
import { authorUrl } from '../../formats/urls'
import { capitalised, wordsOf } from '../../i18n/readerPages'
import { Join } from './Join'

type BylineProps = { article: ArticleDocument; here: FormatOptions; language: string }

/** Who signs it as what, in the order printed: "By CJ journalist, edited by HUXIANA". */
export function Byline({ article, here, language }: BylineProps): ReactNode {
  const signed = signatures(article)
  const roles = [...new Set(signed.map(({ role }) => role))]
  if (roles.length === 0) return null
  const { by, comma } = wordsOf(language)
  return (
    <p className="byline">
      {roles.map((role, index) => (
        <Fragment key={role}>
          {index === 0 ? capitalised(by[role], language) : comma + by[role]}{' '}
          <Join
            items={withRoles(signed, [role]).map((author) => (
              <AuthorLink author={author} here={here} />
            ))}
            language={language}
          />
        </Fragment>
      ))}
    </p>
  )
}

function AuthorLink({ author, here }: { author: AuthorDocument; here: FormatOptions }): ReactNode {
  return (
    <a href={authorUrl(author.slug, here)} rel="author">
      {author.name}
    </a>
  )
}
