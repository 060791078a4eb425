'use client'
import { useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { isOwnArticle } from '../../access/ownArticles'
import { hasRole } from '../../articles/roles'
import type { User } from '../../payload-types'
import { missingForPublication } from '../../articles/missing'
import type { MissingField } from '../../articles/missing'
import { nextSteps, STAGES } from '../../articles/stages'
import type { NextStep, Stage } from '../../articles/stages'

/** How far the article on the page is, by its form, saved or not. */
export type ArticleState = { stage: Stage; isEditor: boolean; isShown: boolean; steps: NextStep[]; missing: MissingField[] }

/** What may be done with the article on the page, and what it lacks: the rules of src/articles, asked as one types. */
export function useArticle(): ArticleState {
  const { user } = useAuth<User>()
  const { hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const values = useFormFields(([fields]) => fields)
  const value = (path: string): unknown => values[path]?.value
  const stage = STAGES.find((each) => each === value('stage')) ?? 'draft'
  const isShown = hasPublishedDoc && unpublishedVersionCount === 0
  const headline = value('headline')
  const bylines = (values.bylines?.rows ?? []).map((_row, index) => ({ author: value(`bylines.${index}.author`) }))
  const missing = missingForPublication({
    headline: typeof headline === 'string' ? headline : null,
    body: value('body'),
    section: value('section'),
    bylines,
  })
  const isOwn = user != null && isOwnArticle({ bylines, createdBy: value('createdBy') }, user)
  return { stage, isEditor: hasRole(user, 'editor'), isShown, missing, steps: nextSteps({ isShown, stage }, (mover) => (mover === 'writer' ? isOwn : hasRole(user, mover))) }
}
