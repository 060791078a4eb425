'use client'
import { Button, ConfirmationModal, useFormProcessing, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { COLUMN_OF } from '../../articles/board'
import type { NextStep } from '../../articles/stages'
import type { VisibilityKind } from '../../articles/visibility'
import { NoteForm } from '../NoteForm'
import { useBegun } from '../newArticle/useBegun'
import { SavingStatus } from '../saving/SavingStatus'
import { useSaving } from '../saving/useSaving'
import { Shortcuts } from '../shortcuts/Shortcuts'
import { useVisibility } from '../visibility/useStanding'
import { stepWord } from '../../i18n/admin/stepWord'
import { useWords } from '../../i18n/admin/useWords'
import styles from './article.module.css'
import { jumpTo } from './jumpTo'
import { Readers } from './Readers'
import { ReadOnlyNotice } from './ReadOnlyNotice'
import { SchedulePanel } from './SchedulePanel'
import { SentBackNote } from './SentBackNote'
import { useArticle } from './useArticle'
import { useNextStepKey } from './useNextStepKey'
import { useHost } from './useHost'
import { useStep } from './useStep'
import { useTitle } from './useTitle'
import { WithdrawPanel } from './WithdrawPanel'

/** Asks whether to publish what a key was pressed for: a slip of the hand must not. */
const CONFIRM = 'confirm-next-step'

/** What readers see now or will see later, and so can be withdrawn. */
const WITHDRAWABLE: ReadonlySet<VisibilityKind> = new Set(['embargoed', 'future', 'public', 'withheld'])

/** The field of an article's stage: how far it is, the next step, and what it lacks to be published. */
export function StagePanel() {
  const { t } = useWords()
  const { isEditor, isShown, missing, stage, steps } = useArticle()
  const visibility = useVisibility()
  const shownAs = isShown ? COLUMN_OF[visibility.kind] : stage
  const isSaving = useFormProcessing()
  const saving = useSaving()
  const { fault, take } = useStep(saving)
  useBegun()
  useTitle()
  const host = useHost()
  const [asking, setAsking] = useState<NextStep>()
  const [first, ...others] = steps
  const { openModal } = useModal()
  const choose = (step: NextStep) => (step.needsNote ? setAsking(step) : void take(step))
  const press = () => {
    if (!first || asking) return
    if (first.to === 'published') openModal(CONFIRM)
    else choose(first)
  }
  useNextStepKey(first?.to, { isSaving, onPress: press })
  const panel = (
    <section aria-label={t('article:desk')} className={styles.panel} data-article-panel>
      <p className={styles.stage}>
        <span className={styles.dot} data-stage={shownAs} />
        {t(`stage:${shownAs}`)}
      </p>
      <Readers />
      <ReadOnlyNotice />
      <SentBackNote />
      {missing.length > 0 && (
        <>
          <h4 className={styles.label} id="article-missing">
            {t('article:lacks')}
          </h4>
          <ul aria-labelledby="article-missing" className={styles.lacks}>
            {missing.map(({ field }) => (
              <li key={field}>
                <button onClick={() => jumpTo(field)} type="button">
                  {t(`name:${field}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.steps} id="next-steps">
        {first && <StepButton isFirst isSaving={isSaving} onChoose={choose} step={first} />}
        {others.map((step) => (
          <StepButton isFirst={false} isSaving={isSaving} key={step.to} onChoose={choose} step={step} />
        ))}
      </div>
      {asking && (
        <NoteForm
          onCancel={() => setAsking(undefined)}
          onSend={async (note) => {
            if (await take(asking, note)) setAsking(undefined)
          }}
        />
      )}
      <SavingStatus saving={saving} stepFault={fault} />
      {isEditor && <SchedulePanel />}
      {isEditor && WITHDRAWABLE.has(visibility.kind) && <WithdrawPanel />}
      <Shortcuts />
      {first?.to === 'published' && (
        <ConfirmationModal body={t('shortcuts:confirmPublish')} confirmLabel={t(stepWord(first))} heading={t(stepWord(first))} modalSlug={CONFIRM} onConfirm={() => void take(first)} />
      )}
    </section>
  )
  return host ? createPortal(panel, host) : panel
}

type StepButtonProps = { isFirst: boolean; isSaving: boolean; onChoose: (step: NextStep) => void; step: NextStep }

function StepButton({ isFirst, isSaving, onChoose, step }: StepButtonProps) {
  const { t } = useWords()
  const style = isFirst && !step.needsNote ? 'primary' : step.needsNote ? 'transparent' : 'secondary'
  return (
    <Button buttonStyle={style} disabled={isSaving} margin={false} onClick={() => onChoose(step)} size="medium" type="button">
      {t(stepWord(step))}
      {step.needsNote && '…'}
    </Button>
  )
}
