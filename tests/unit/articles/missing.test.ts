import { describe, expect, it } from 'vitest'
import { missingForPublication } from '../../../src/articles/missing'

const body = { root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] } }
const complete = { headline: 'Talks begin', body, section: 'world', bylines: [{ author: 'ann' }] }
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

  it.each([' ', '\u00a0', '\u200b', '\u200e\u200f', '\u00ad', '\ufeff', '\u2060', '\u3164', '\u2800', '\u200b \u202e\t'])('also when it shows nothing: %j', (nothing) => {
    const unseen = { root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: nothing }] }] } }
    expect(fields({ ...complete, headline: nothing, body: unseen, picture: { alt: nothing, credit: nothing } })).toEqual(['headline', 'body', 'heroImage', 'heroImage'])
  })

  it.each(['\u200f\u0645', '!', '\u5e73', '\ud83d\ude00'])('not when it shows something: %j', (something) => {
    expect(fields({ ...complete, headline: something })).toEqual([])
  })

  it.each([[[{}]], [[{ author: null }]], [[{ author: '' }]], [[{ author: 'ann' }, {}]]])('also when a byline names nobody: %j (editor F7)', (bylines) => {
    expect(fields({ ...complete, bylines })).toEqual(['bylines'])
  })

  it('of the picture, too', () => {
    expect(fields({ ...complete, picture: { alt: '', credit: null } })).toEqual(['heroImage', 'heroImage'])
    expect(fields({ ...complete, picture: { alt: 'A bridge', credit: 'Ann Ames' } })).toEqual([])
    expect(fields({ ...complete, picture: { alt: 'A bridge', credit: 'Ann Ames', mimeType: 'image/png' } })).toEqual([])
    expect(missingForPublication({ ...complete, picture: { alt: 'A treaty', credit: 'Ann Ames', mimeType: 'application/pdf' } })).toEqual([{ field: 'heroImage', message: 'Choose a picture: this file is none.' }])
  })
})
