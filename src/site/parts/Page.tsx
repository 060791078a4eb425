import type { ReactNode } from 'react'
import { feedUrl, homeUrl, sectionUrl } from '../../formats/urls'
import type { Frame } from '../frame'
import { directionOf, languageOf } from '../language'
import { wordsOf } from '../../i18n/readerPages'
import { Head } from './Head'
import type { HeadProps } from './Head'

type PageProps = {
  children: ReactNode
  frame: Frame
  head: HeadProps
  /** What more is in the head. */
  headMore?: ReactNode
  /** Of the text, where it is another than the newsroom's. */
  language?: string
  /** Said above everything, such as that this is a draft. */
  banner?: ReactNode
  /** The address of a script; pages for readers have none. */
  script?: string | undefined
}

/** A page, from its head to its foot. */
export function Page({ banner, children, frame, head, headMore, language, script }: PageProps): ReactNode {
  const own = languageOf(frame.site.newsroom.language)
  const spoken = language ?? own
  return (
    <html lang={spoken} dir={directionOf(spoken)}>
      <Head {...head} frame={frame} language={spoken}>
        {headMore}
      </Head>
      <body>
        <a className="skip" href="#text">
          {wordsOf(spoken).skip}
        </a>
        {banner}
        <Masthead frame={frame} language={own} />
        <main id="text">{children}</main>
        <Foot frame={frame} language={own} />
        {script && <script src={script} defer />}
      </body>
    </html>
  )
}

type PartProps = { frame: Frame; language: string }

function Masthead({ frame, language }: PartProps): ReactNode {
  const { here, sections, site } = frame
  return (
    <header className="masthead" lang={language} dir={directionOf(language)}>
      <a className="name" href={homeUrl(here)}>
        {site.newsroom.name}
      </a>
      {sections.length > 0 && (
        <nav aria-label={wordsOf(language).sections}>
          <ul>
            {sections.map(({ id, name, slug }) => (
              <li key={id}>
                <a href={sectionUrl(slug, here)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

function Foot({ frame: { here, site }, language }: PartProps): ReactNode {
  const words = wordsOf(language)
  return (
    <footer className="foot" lang={language} dir={directionOf(language)}>
      <p>
        <a href={homeUrl(here)}>{site.newsroom.name}</a>
      </p>
      {here.hasFeeds !== false && (
        <nav aria-label={words.feeds}>
          <ul>
            <li>
              <a href={feedUrl('rss', here)}>RSS</a>
            </li>
            <li>
              <a href={feedUrl('atom', here)}>Atom</a>
            </li>
            <li>
              <a href={feedUrl('json', here)}>JSON Feed</a>
            </li>
          </ul>
        </nav>
      )}
    </footer>
  )
}
