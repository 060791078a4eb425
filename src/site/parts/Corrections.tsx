import type { ReactNode } from 'react'
import type { Correction } from '../../formats/types'
import { wordsOf } from '../../i18n/readerPages'
import { Moment } from './Moment'

type CorrectionsProps = { corrections: readonly Correction[]; language: string }

/** What was put right since publication, newest last. */
export function Corrections({ corrections, language }: CorrectionsProps): ReactNode {
  if (corrections.length === 0) return null
  const words = wordsOf(language)
  return (
    <section className="corrections" id="corrections">
      <h2 className="label">{words.corrections}</h2>
      {corrections.map(({ correctedAt, id, kind, text }) => (
        <p key={id}>
          <strong>{words.kinds[kind]}</strong>{' '}
          <span className="meta">
            <Moment at={correctedAt} language={language} />
          </span>
          <br />
          {text}
        </p>
      ))}
    </section>
  )
}
