import { describe, expect, it } from 'vitest'
import { pictureOf, srcsetOf } from '../../../src/formats/pictures'
import type { MediaDocument } from '../../../src/formats/types'

const options = { siteUrl: 'https://news.example', newsroom: { language: 'en', name: 'News' } }
const file = (name: string, width: number, height: number) => ({ url: `/${name}.jpg`, width, height })

function choices(media: Omit<MediaDocument, 'id'>): string | undefined {
  const picture = pictureOf({ id: 'id', ...media }, options)
  return picture && srcsetOf(picture)
}

describe('what a browser may choose from', () => {
  it('is every size that shows the whole picture, and no huge original', () => {
    const sizes = { thumbnail: file('crop', 320, 180), card: file('card', 768, 512), wide: file('wide', 1600, 1067) }
    expect(choices({ ...file('huge', 6000, 4000), sizes })).toBe('https://news.example/card.jpg 768w, https://news.example/wide.jpg 1600w')
  })

  it('includes an original that is no larger than a page', () => {
    const sizes = { card: file('card', 768, 512) }
    expect(choices({ ...file('own', 1200, 800), sizes })).toBe('https://news.example/card.jpg 768w, https://news.example/own.jpg 1200w')
  })

  it('is nothing where there is one file alone, or nobody knows its shape', () => {
    expect(choices(file('small', 400, 300))).toBeUndefined()
    expect(choices({ ...file('tiny', 40, 30), sizes: { thumbnail: file('thumbnail', 40, 30) } })).toBeUndefined()
    expect(choices({ url: '/a.svg', sizes: { card: file('card', 768, 512) } })).toBeUndefined()
  })
})
