'use client'
import { toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { isTakeBack } from '../../workflow/stages'
import type { NextStep } from '../../workflow/stages'
import { takeStep } from '../desk/takeStep'
import { refreshStanding } from '../visibility/useStanding'
import { useWords } from '../words/useWords'

/** Saves the form together with a step; what the server refuses is shown on its fields, as by Payload's own buttons. */
export function useStep(): (step: NextStep, note?: string) => Promise<void> {
  const { config } = useConfig()
  const { t } = useWords()
  const { collectionSlug, getDocPermissions, id, setData, setHasPublishedDoc, setUnpublishedVersionCount } = useDocumentInfo()
  const { submit } = useForm()
  /** The form is read-only and so does not submit; nothing but the stage changes. */
  const takeBack = async (step: NextStep) => {
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/articles/${id ?? ''}` })
    const taken = await takeStep(url, step.to).catch(() => ({ done: false as const, faults: [] }))
    if (!taken.done) {
      toast.error(taken.faults.join(' ') || t('desk:refused'))
      return
    }
    setData(taken.doc)
    await getDocPermissions(taken.doc)
    setUnpublishedVersionCount((count) => count + 1)
    refreshStanding()
  }
  return async (step, note) => {
    const { to } = step
    if (isTakeBack(step)) return takeBack(step)
    await textIsTaken()
    const isPublishing = to === 'published'
    const path: `/${string}` = `/${collectionSlug ?? 'articles'}${id === undefined ? '' : `/${id}`}?depth=0${isPublishing ? '' : '&draft=true'}`
    const saved = await submit({
      action: formatAdminURL({ apiRoute: config.routes.api, path }),
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: isPublishing ? { _status: 'published' } : { _status: 'draft', stage: to, ...(note === undefined ? {} : { note }) },
      // Drafts may lack anything; and what publishing lacks is better said by the desk's rules, all at once.
      skipValidation: true,
    })
    if (!saved) return
    if (isPublishing) setHasPublishedDoc(true)
    setUnpublishedVersionCount((count) => (isPublishing ? 0 : count + 1))
  }
}

/** Longer than the editor waits for a quiet moment, in milliseconds; where a browser knows of none, it waits for the next picture. */
const TAKEN_AFTER_MS = 500
const NEXT_PICTURE_MS = 150

/** The editor hands what is typed to the form in the next quiet moment: what was typed just before a step goes with it. */
function textIsTaken(): Promise<void> {
  return new Promise((resolve) => {
    const drawn = () => requestAnimationFrame(() => setTimeout(resolve))
    if ('requestIdleCallback' in window) window.requestIdleCallback(drawn, { timeout: TAKEN_AFTER_MS })
    else setTimeout(drawn, NEXT_PICTURE_MS)
  })
}
