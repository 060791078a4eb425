'use client'
import { toast, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { isTakeBack } from '../../articles/stages'
import type { NextStep } from '../../articles/stages'
import { takeStep } from '../desk/takeStep'
import type { StepFault } from '../saving/SavingStatus'
import type { Saving } from '../saving/useSaving'
import { useSlugs } from '../useSlugs'
import { refreshStanding } from '../visibility/useStanding'
import { useWords } from '../../i18n/admin/useWords'
import { doneWord } from './doneWord'
import { showPublishedToast } from './showPublishedToast'

type Stepping = {
  fault: StepFault | undefined
  /** @returns whether the step was taken */
  take: (step: NextStep, note?: string) => Promise<boolean>
}

/**
 * Takes a step once what is typed is saved; what the server refuses is shown on the fields, as by Payload's own buttons.
 * A step that a change of somebody else is in the way of is not taken: the page shows the change, and says so until
 * it is read.
 */
export function useStep({ catchUp, flush }: Saving): Stepping {
  const { config } = useConfig()
  const slugs = useSlugs()
  const { t } = useWords()
  const { collectionSlug, getDocPermissions, id, setData, setHasPublishedDoc, setUnpublishedVersionCount } = useDocumentInfo()
  const { submit } = useForm()
  const [fault, setFault] = useState<StepFault>()
  const dismiss = () => setFault(undefined)
  /** The form is read-only and so does not submit; nothing but the stage changes. */
  const takeBack = async (step: NextStep) => {
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${slugs.articles}/${id ?? ''}` })
    const taken = await takeStep(url, step.to).catch(() => ({ done: false as const, faults: [] }))
    if (!taken.done) {
      toast.error(taken.faults.join(' ') || t('desk:refused'))
      return false
    }
    toast.success(t(doneWord(step)))
    setData(taken.doc)
    await getDocPermissions(taken.doc)
    setUnpublishedVersionCount((count) => count + 1)
    refreshStanding()
    return true
  }
  const take: Stepping['take'] = async (step, note) => {
    const { to } = step
    dismiss()
    if (isTakeBack(step)) return takeBack(step)
    await textIsTaken()
    // What is in the way of saving says so itself.
    if (!(await flush())) return false
    const isPublishing = to === 'published'
    const path: `/${string}` = `/${collectionSlug ?? slugs.articles}${id === undefined ? '' : `/${id}`}?depth=0${isPublishing ? '' : '&draft=true'}`
    const saved = await submit({
      action: formatAdminURL({ apiRoute: config.routes.api, path }),
      disableSuccessStatus: true,
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: isPublishing ? { _status: 'published' } : { _status: 'draft', stage: to, ...(note === undefined ? {} : { note }) },
      // Drafts may lack anything; and what publishing lacks is better said by the desk's rules, all at once.
      skipValidation: true,
    })
    if (!saved) {
      const changed = await catchUp()
      if (!changed) setFault({ kind: 'away', fields: [], dismiss })
      else if (changed.length > 0) setFault({ kind: 'stale', fields: changed, dismiss })
      return false
    }
    if (isPublishing) void showPublishedToast(`${config.routes.api}/${slugs.articles}/${id ?? ''}/visibility`, { see: t('visibility:see'), title: t(doneWord(step)) })
    else toast.success(t(doneWord(step)))
    if (isPublishing) setHasPublishedDoc(true)
    setUnpublishedVersionCount((count) => (isPublishing ? 0 : count + 1))
    return true
  }
  return { fault, take }
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
