import { describe, expect, it } from 'vitest'
import { looksLikeHouseCopy } from '../../../../src/ingest/house'

describe('a text looks like house copy', () => {
  it.each([
    ['a Published line second', '-\nPublished: 18 October 2023\nBody.'],
    ['a Published line first', 'PUBLISHED｜ 2023-10-18\r\nBody.'],
    ['an EDITED BY line', 'Headline\nLead.\nEDITED BY| HUXIANA\nBody.'],
    ['a section line and a dateline', 'Headline\nPolitic section - CJ journalist\nKyiv - - 18 October 2023\nBody.'],
    ['a byte order mark before all that', '\ufeff-\nPublished: 18 October 2023\nBody.'],
  ])('by %s', (_, text) => {
    expect(looksLikeHouseCopy(text)).toBe(true)
  })
})

describe('a text does not look like house copy', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'It rained.\nIt rained again, and the section - the last - was closed.'],
    ['XML', '<?xml version="1.0"?>\n<newsItem><published>2023-10-18</published></newsItem>'],
    ['JSON', '{\n"published": "2023-10-18"\n}'],
    ['front matter', '---\npublished: 2023-10-18\ntitle: A title\n---\nBody.'],
  ])('when it is %s', (_, text) => {
    expect(looksLikeHouseCopy(text)).toBe(false)
  })
})
