'use client'
import { Button } from '@payloadcms/ui'
import { useWords } from '../../i18n/admin/useWords'
import { stepsFor } from './steps'
import styles from './tour.module.css'
import { useTour } from './useTour'

/** What somebody new should know, in three steps: a part of the page that hides nothing of it, until it is read or skipped. */
export function Tour({ isEditor }: { isEditor: boolean }) {
  const { language, t } = useWords()
  const steps = stepsFor(isEditor)
  const { next, skip, step } = useTour(steps.length)
  const shown = step === undefined ? undefined : steps[step]
  if (step === undefined || shown === undefined) return null
  const isLast = step + 1 === steps.length
  return (
    <section aria-labelledby="tour-title" className={styles.tour} data-tour>
      <div aria-live="polite" className={styles.said}>
        <h2 className={styles.title} id="tour-title">
          {t(shown.title)}
          <span className={styles.number}>{t('tour:number', { number: (step + 1).toLocaleString(language), all: steps.length.toLocaleString(language) })}</span>
        </h2>
        <p>{t(shown.text)}</p>
      </div>
      <div className={styles.buttons}>
        <Button buttonStyle="primary" margin={false} onClick={next} size="medium">
          {t(isLast ? 'tour:done' : 'tour:next')}
        </Button>
        {!isLast && (
          <Button buttonStyle="transparent" margin={false} onClick={skip} size="medium" tooltip={t('tour:skipHint')}>
            {t('tour:skip')}
          </Button>
        )}
      </div>
    </section>
  )
}
