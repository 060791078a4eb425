import { describe, expect, it } from 'vitest'
import { missingForPublication } from '../../../src/workflow/missing'

const body = { root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] } }
const complete = { headline: 'Talks begin', body, section: 'world', bylines: [{}] }
const fields = (article: Parameters<typeof missingForPublication>[0]) => missingForPublication(article).map(({ field }) => field)

describe('an article may be published', () => {
  it('when it has a headline, a body, a section and a byline', () => {
    expect(fields(complete)).toEqual([])
  })

  it('when its body is a picture', () => {
    expect(fields({ ...complete, body: { root: { children: [{ type: 'upload' }] } } })).toEqual([])
  })
})

describe('what is missing is named', () => {
  it('all at once', () => {
    expect(fields({})).toEqual(['headline', 'body', 'section', 'bylines'])
  })

  it('also when it is only blank', () => {
    const blank = { root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: '  ' }] }] } }
    expect(fields({ headline: ' ', body: blank, section: '', bylines: [] })).toEqual(['headline', 'body', 'section', 'bylines'])
  })

  it('of the picture, too', () => {
    expect(fields({ ...complete, picture: { alt: '', credit: null } })).toEqual(['heroImage', 'heroImage'])
    expect(fields({ ...complete, picture: { alt: 'A bridge', credit: 'Ann Ames' } })).toEqual([])
  })
})
