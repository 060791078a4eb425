import { describe, expect, it } from 'vitest'
import { readCursor } from '../../../src/validation/cursor'
import { linkFault } from '../../../src/validation/linkFault'
import { isNotModified } from '../../../src/delivery/conditional'
import { codingFor } from '../../../src/delivery/encoding'
import { readGraphQLBody } from '../../../src/delivery/graphql'
import { publicPathOf } from '../../../src/delivery/publicPath'
import { rangeOf } from '../../../src/delivery/range'
import { isHost, originForm, readTarget } from '../../../src/delivery/target'
import { isDateText } from '../../../src/text/dateText'
import { quotedUrl, redactUrl } from '../../../src/text/quoted'
import { slugify } from '../../../src/fields/slugify'
import { articleUrl, uriOf } from '../../../src/formats/urls'
import { wordCount } from '../../../src/articles/wordCount'
import { addressOf } from '../../../src/security/address'
import { isCrossSite } from '../../../src/security/crossSite'
import { graphqlFault } from '../../../src/validation/graphqlFault'
import { pictureName } from '../../../src/security/pictures/pictureName'
import { isServerCall } from '../../../src/security/serverCalls'
import { unknownParameter } from '../../../src/validation/unknownParameters'
import { inLanguage } from '../../../src/i18n/refusals/inLanguage'
import { readQuestion } from '../../../src/articles/search/question'
import { wordsOf } from '../../../src/articles/search/words'
import { redirectFault } from '../../../src/articles/addresses'
import { model } from '../delivery/support/model'

/** One character of every kind that a pattern tells apart. */
const CHARACTERS = ['a', 'A', 's', '0', '_', '-', '.', ',', ':', ';', '/', '\\', '@', '=', '&', '?', '%', '#', '"', "'", '`', '(', ')', '[', ']', '{', '}', '<', '*', '+', '$', ' ', '\t', '\n', '\0', 'é', '中', '\u0301', '\ud800']

/** A pattern that takes time by the square takes some five seconds for so many characters, and a linear one a tenth of one. */
const LENGTH = 60_000

/** Processor time that tells the two apart on a busy machine, too, in milliseconds. */
const MOST_MS = 1000

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a GraphQL body': (text) => readGraphQLBody(text, model),
  'a GraphQL document': (text) => readGraphQLBody(JSON.stringify({ query: text }), model),
  'a GraphQL variable': (text) => readGraphQLBody(JSON.stringify({ query: 'query ($v: String) { Articles(sort: $v) { totalDocs } }', variables: { v: text } }), model),
  'the limits of GraphQL': (text) => graphqlFault({ query: text }),
  'a target': (text) => readTarget(`/${text}`),
  'a query': (text) => readTarget(`/api/articles?${text}`),
  'the absolute form of a target': (text) => originForm(`http://${text}`),
  'a path': (text) => publicPathOf({ segments: ['feeds', text], params: [[text, text]], normal: '' }, model),
  'a host': isHost,
  'the names of parameters': (text) => [unknownParameter(text, ['articles']), unknownParameter(`joins[${text}`, ['articles']), unknownParameter(`where.${text}=x`, ['articles'])],
  'a range': (text) => rangeOf({ range: `bytes=${text}` }, { etag: 'x', lastModified: 0, size: 9 }),
  'an entity tag': (text) => isNotModified({ 'if-none-match': text }, { etag: 'x', lastModified: 0 }),
  'content codings': codingFor,
  'forwarded addresses': (text) => addressOf({ forwardedFor: text, peer: '::1', trustedProxies: 1 }),
  'an IPv6 address': (text) => addressOf({ forwardedFor: `[${text}]:1`, peer: '::1', trustedProxies: 1 }),
  'an origin': (text) => isCrossSite({ method: 'POST', headers: { host: 'x', origin: `https://${text}` }, isPublic: false }, { allowed: [], isProxied: true, server: undefined }),
  'a content type': (text) => isServerCall({ method: 'POST', headers: { 'content-type': text }, url: '/admin' }),
  'a cursor': readCursor,
  'a date': isDateText,
  'a link': (text) => linkFault({ type: 'root', children: [{ type: 'link', fields: { linkType: 'custom', url: text } }] }),
  'a slug': slugify,
  'an address of a site': (text) => uriOf(`https://site.example/${text}`),
  'the address of an article': (text) => articleUrl(text, { siteUrl: 'https://site.example' }),
  'the name of a picture': (text) => pictureName(text, 'jpeg'),
  'a search': (text) => readQuestion({ like: text }),
  'the words of a text': wordsOf,
  'a refusal': (text) => inLanguage(text, 'de'),
  'a redirect': (text) => redirectFault({ from: `/${text}`, url: `/${text}` }),
  'the URL of a database': redactUrl,
  'an address in a message': quotedUrl,
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it(`takes time in proportion to its length, whatever run of one character or of two it is (security A2)`, () => {
    const slow = []
    for (const [index, first] of CHARACTERS.entries()) {
      for (const second of CHARACTERS.slice(index)) {
        const text = (first + second).repeat(LENGTH / 2)
        // The other threads of this process count, too: they are busy now and then, a pattern every time.
        if ([1, 2, 3].every(() => milliseconds(() => read(text)) > MOST_MS)) slow.push(JSON.stringify(first + second))
      }
    }
    expect(slow).toEqual([])
  })
})

/** Slower than patterns, so that fewer texts are tried. */
describe('the words of an article', () => {
  it.each(['слово ', '[', '"["', '新闻', 'ภาษาไทย', 'كلمة ', 'a[', '👩‍👩‍👧 ', 'a\u0301'])('are counted in proportion to its length: %s (security A2)', (part) => {
    const text = part.repeat(LENGTH / part.length)
    expect([1, 2, 3].every(() => milliseconds(() => wordCount(text)) > MOST_MS)).toBe(false)
    expect(wordCount(text.repeat(2)) / 2).toBeCloseTo(wordCount(text), -2.5)
  })
})

function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(before)
  return (system + user) / 1000
}
