import type { ReactNode } from 'react'
import type { Picture } from '../../formats/pictures'
import { FEED_FILES, feedUrl } from '../../formats/urls'
import type { FeedFormat, FeedScope } from '../../formats/urls'
import type { Frame } from '../frame'
import { STYLE } from '../style'

/** What a page tells browsers, search engines and other sites of itself. */
export type HeadProps = {
  title: string
  description?: string | undefined
  /** Its one address. A page without one is not for search engines. */
  url?: string | undefined
  type: 'article' | 'website'
  picture?: Picture | undefined
  /** What its own feed is about. */
  scope?: FeedScope | undefined
  previous?: string | undefined
  next?: string | undefined
}

const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  rss: 'application/rss+xml',
}

type Properties = HeadProps & { children?: ReactNode; frame: Frame; language: string }

export function Head({ children, description, frame, language, next, picture, previous, scope, title, type, url }: Properties): ReactNode {
  const { here, site } = frame
  const { imageUrl, name } = site.newsroom
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === name ? name : `${title} · ${name}`}</title>
      <meta name="description" content={description ?? title} />
      {url ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex, nofollow" />}
      {previous && <link rel="prev" href={previous} />}
      {next && <link rel="next" href={next} />}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {(here.hasFeeds === false ? [] : FORMATS).flatMap((format) => [
        scope && <link key={`${format} of this`} rel="alternate" type={FEED_TYPES[format]} title={title} href={feedUrl(format, here, scope)} />,
        <link key={format} rel="alternate" type={FEED_TYPES[format]} title={name} href={feedUrl(format, here)} />,
      ])}
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {url && <meta property="og:url" content={url} />}
      <meta property="og:locale" content={localeOf(language)} />
      {picture && <SharedPicture picture={picture} />}
      {!picture && imageUrl && <meta property="og:image" content={imageUrl} />}
      <meta name="twitter:card" content={picture || imageUrl ? 'summary_large_image' : 'summary'} />
      {children}
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
  )
}

/** Open Graph wants the country beside the language: the one where most people speak it, where none is said. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}

const FORMATS = Object.keys(FEED_FILES).filter((format): format is FeedFormat => Object.hasOwn(FEED_FILES, format))

function SharedPicture({ picture: { alt, original } }: { picture: Picture }): ReactNode {
  return (
    <>
      <meta property="og:image" content={original.url} />
      {alt && <meta property="og:image:alt" content={alt} />}
      {original.width && <meta property="og:image:width" content={String(original.width)} />}
      {original.height && <meta property="og:image:height" content={String(original.height)} />}
    </>
  )
}
