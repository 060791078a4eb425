import type { ReactNode } from 'react'
import type { Picture } from '../../formats/pictures'
import { srcsetOf } from '../../formats/pictures'

/** The picture on top of an article, with its words. It is what readers wait for: nothing else is fetched before it. */
export function HeroPicture({ picture }: { picture: Picture }): ReactNode {
  const { alt, caption, credit, original } = picture
  return (
    <figure className="hero picture">
      <img
        src={original.url}
        srcSet={srcsetOf(picture)}
        sizes="(min-width: 64rem) 60rem, 100vw"
        alt={alt ?? ''}
        width={original.width}
        height={original.height}
        fetchPriority="high"
      />
      {(caption ?? credit) && (
        <figcaption>
          {caption} {credit && <small className="credit">{credit}</small>}
        </figcaption>
      )}
    </figure>
  )
}
