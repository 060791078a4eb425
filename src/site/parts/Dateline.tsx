import type { ReactNode } from 'react'
import { newsroomTimeZone, wallClock } from '../../text/dateText'
import { dateOf, datelineText, isoDate, latest } from '../../formats/dates'
import type { ArticleDocument } from '../../formats/types'
import { text } from '../../formats/values'
import { wordsOf } from '../../i18n/readerPages'
import { Moment } from './Moment'

type DatelineProps = { article: ArticleDocument; language: string }

/** Where it was written, when it was published and corrected, and how long it takes to read. */
export function Dateline({ article, language }: DatelineProps): ReactNode {
  const { corrections, dateline, publishedAt, readingTime } = article
  const words = wordsOf(language)
  const place = text(dateline?.place)
  const day = isoDate(dateline?.date)?.slice(0, 10)
  const published = dateOf(publishedAt)
  const publishedOn = published && wallClock(published, newsroomTimeZone()).slice(0, 10)
  const isOtherDay = place !== undefined && day !== undefined && day !== publishedOn
  const corrected = latest((corrections ?? []).map(({ correctedAt }) => correctedAt))
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  return (
    <>
      <ul className="dateline meta">
        {(place ?? datelineText(article)) && (
          <li>
            <span className="place">{place ?? datelineText(article)}</span>
            {isOtherDay && words.comma}
            {isOtherDay && <Moment at={day} language={language} timeZone="UTC" />}
          </li>
        )}
        {publishedAt && (
          <li>
            {isOtherDay && `${words.published} `}
            <Moment at={publishedAt} language={language} />
          </li>
        )}
        {Boolean(readingTime) && <li>{minutes.format(readingTime ?? 0)}</li>}
      </ul>
      {corrected && (
        <p className="meta">
          <a href="#corrections">
            {words.corrected} <Moment at={corrected.toISOString()} language={language} />
          </a>
        </p>
      )}
    </>
  )
}
