'use client'
import { Button, LeaveWithoutSaving, useAuth, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { labels, nameIn } from '../../i18n/labels'
import { useWords } from '../../i18n/admin/useWords'
import { SignInAgain } from './SignInAgain'
import styles from './saving.module.css'
import type { Saving } from './useSaving'

/** Why a step was not taken, until somebody has read it. */
export type StepFault = { kind: 'away' | 'stale'; fields: string[]; dismiss: () => void }

/** Says where the typed text is, and what to do when it is not in the database. */
export function SavingStatus({ saving, stepFault }: { saving: Saving; stepFault: StepFault | undefined }) {
  const { language, t } = useWords()
  const { discard, isKept, keepMine, offered, restore, retry, state, takeTheirs } = saving
  const { user } = useAuth()
  const { setModified } = useForm()
  const isModified = useFormModified()
  const [signedInAs] = useState(user)
  const [isBusy, setIsBusy] = useState(false)
  const isUnsaved = state.kind !== 'saved'
  // Payload forgets that a form was changed when a save of it is refused.
  useEffect(() => {
    if (isUnsaved && !isModified) setModified(true)
  }, [isModified, isUnsaved, setModified])
  const act = (what: () => Promise<void>) => () => {
    setIsBusy(true)
    void what().finally(() => setIsBusy(false))
  }
  return (
    <>
      <p className={styles.state} data-saving={state.kind} role="status">
        {t(`saving:${state.kind}`)}
      </p>
      <LeaveWithoutSaving disablePreventLeave={!isUnsaved} />
      {(state.kind === 'unsaved' || offered || stepFault) &&
        createPortal(
          <div className={styles.banner}>
            {state.kind === 'unsaved' && (
              <div className={styles.message} role="alert">
                <p>
                  <strong>{t('saving:unsaved')}</strong> {t(`saving:${state.reason}`)} {state.detail} {t(isKept ? 'saving:kept' : 'saving:notKept')}
                </p>
                <div className={styles.choices}>
                  {state.reason === 'signedOut' && <SignInAgain email={signedInAs?.email ?? ''} onSignedIn={retry} />}
                  {state.reason === 'conflict' ? (
                    <>
                      <Button buttonStyle="primary" disabled={isBusy} margin={false} onClick={act(keepMine)} size="small" type="button">
                        {t('saving:keepMine')}
                      </Button>
                      <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={act(takeTheirs)} size="small" type="button">
                        {t('saving:takeTheirs')}
                      </Button>
                    </>
                  ) : (
                    state.reason !== 'signedOut' && (
                      <Button buttonStyle="secondary" margin={false} onClick={retry} size="small" type="button">
                        {t('saving:again')}
                      </Button>
                    )
                  )}
                </div>
              </div>
            )}
            {stepFault && (
              <div className={styles.message} role="alert">
                <p>
                  {t(`saving:step-${stepFault.kind}`)} {stepFault.fields.flatMap((field) => (isNamed(field) ? [nameIn(language, field)] : [])).join(', ')}
                </p>
                <div className={styles.choices}>
                  <Button buttonStyle="secondary" margin={false} onClick={stepFault.dismiss} size="small" type="button">
                    {t('saving:dismiss')}
                  </Button>
                </div>
              </div>
            )}
            {offered && (
              <div className={styles.message} role="region" aria-label={t('saving:offer')}>
                <p>
                  {t('saving:offer')} {new Date(offered.at).toLocaleString(language)}
                </p>
                <div className={styles.choices}>
                  <Button buttonStyle="primary" disabled={isBusy} margin={false} onClick={act(restore)} size="small" type="button">
                    {t('saving:restore')}
                  </Button>
                  <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={discard} size="small" type="button">
                    {t('saving:discard')}
                  </Button>
                </div>
              </div>
            )}
          </div>,
          document.body,
        )}
    </>
  )
}

function isNamed(field: string): field is Parameters<typeof nameIn>[1] {
  return field in labels.en.names
}
