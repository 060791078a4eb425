import type { ReactNode } from 'react'
import type { Frame } from '../frame'
import { Page } from '../parts/Page'

type NoticePageProps = { frame: Frame; title: string; text: string; language?: string; children?: ReactNode }

/** A page that says why there is nothing else to see. */
export function NoticePage({ children, frame, language, text, title }: NoticePageProps): ReactNode {
  return (
    <Page frame={frame} head={{ title, type: 'website' }} {...(language ? { language } : {})}>
      <div className="notice">
        <h1>{title}</h1>
        <p className="standfirst">{text}</p>
        {children}
      </div>
    </Page>
  )
}
