import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../../../src/ingest/read'
import { firstError, isItem, onlyItem, went, words } from './help'

const one = (value: unknown) => onlyItem([...readNinjs(JSON.stringify(value))])

const V1 = {
  uri: 'urn:newsml:1',
  type: 'text',
  pubstatus: 'usable',
  versioncreated: '2024-04-05T09:00:00+02:00',
  headline: 'Ferry safe',
  byline: 'By Ann Lee and Bo Cy',
  located: 'Rotterdam',
  language: 'en-US',
  body_text: 'One.\n\nTwo.',
  body_html: '<p>One.</p><p><b>Two.</b></p>',
  description_text: 'All aboard safe.',
  subject: [{ name: 'Shipping', code: '20000001', scheme: 'medtop', rel: 'about' }],
  person: [{ name: 'Bo Cy', rel: 'about' }],
  urgency: 3,
  associations: { featuremedia: { type: 'picture', headline: 'x', byline: 'Cy', description_text: 'The quay', renditions: { original: { href: 'https://a.example/q.jpg' } } } },
}

const V3 = {
  uri: 'tag:a.example,2025:articles/1',
  standard: { name: 'ninjs', version: '3.1' },
  type: 'text',
  pubStatus: 'usable',
  contentCreated: '2024-04-05T09:00:00Z',
  versionCreated: '2024-04-06T09:00:00Z',
  embargoedUntil: '2024-04-05T10:00:00Z',
  edNote: 'CORRECTION 2024-04-06T08:00:00.000Z: Forty, not fifty.\n\nUPDATE 2024-04-06T09:00:00.000Z: Two\n\nparagraphs.',
  by: 'Ann Lee',
  located: 'Rotterdam',
  headlines: [{ role: 'main', contentType: 'text/plain', value: 'Ferry safe' }, { role: 'search', value: 'Ferry' }],
  descriptions: [{ role: 'standfirst', value: 'All safe.' }, { role: 'dateline', value: 'ROTTERDAM, April 5' }, { role: 'search', value: 'Found' }],
  bodies: [
    { role: 'main', contentType: 'text/plain', value: 'One.' },
    { role: 'main', contentType: 'text/html', value: '<p>One.</p>' },
    { role: 'short', contentType: 'text/plain', value: 'O.' },
  ],
  subjects: [
    { name: 'Sea', rel: 'section', literal: 'sea', uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000' },
    { name: 'Ferries', rel: 'about', literal: 'ferries', confidence: 90 },
  ],
  people: [{ name: 'Bo Cy', rel: 'about' }],
  infoSources: [{ name: 'Ann Lee', role: 'reporter', literal: 'ann-lee' }, { name: 'Dot', role: 'editor' }, { name: 'Reuters', role: 'provider' }],
  altIds: [{ role: 'slug', value: 'ferry-safe' }, { role: 'url', value: 'https://a.example/articles/ferry-safe' }],
  associations: [{ name: 'Quay', rel: 'hero', type: 'picture', by: 'Cy', descriptions: [{ role: 'alt', value: 'The quay' }], renditions: [{ name: 'original', href: 'https://a.example/q.jpg' }] }],
}

describe('ninjs 1', () => {
  it('gives the article', () => {
    const result = one(V1)
    expect(result.item).toMatchObject({
      guid: 'urn:newsml:1',
      headline: 'Ferry safe',
      standfirst: 'All aboard safe.',
      publishedAt: '2024-04-05T07:00:00.000Z',
      bylines: [{ name: 'Ann Lee', role: 'reporter' }, { name: 'Bo Cy', role: 'reporter' }],
      dateline: { place: 'Rotterdam' },
      tags: [{ name: 'Shipping', kind: 'subject', mediaTopic: 'medtop:20000001' }, { name: 'Bo Cy', kind: 'person' }],
      heroImage: { url: 'https://a.example/q.jpg', caption: 'The quay', credit: 'Cy' },
    })
    expect(words(result)).toEqual(['One.', 'Two.'])
    expect(went(result, '$.body_text')).toBe('left-out: it is the same text in another form')
    expect(went(result, '$.urgency')).toBe('left-out: an article has no field for it')
  })

  it('makes paragraphs of a text at its blank lines, or else at its lines', () => {
    expect(words(one({ body_text: 'a\nb\n\nc' }))).toEqual(['a b', 'c'])
    expect(words(one({ body_text: 'a\nb\r\nc' }))).toEqual(['a', 'b', 'c'])
  })
})

describe('ninjs 2 and 3', () => {
  it('give the article', () => {
    const result = one(V3)
    expect(result.item).toMatchObject({
      headline: 'Ferry safe',
      slug: 'ferry-safe',
      standfirst: 'All safe.',
      meta: { title: 'Ferry', description: 'Found' },
      dateline: { place: 'Rotterdam', text: 'ROTTERDAM, April 5' },
      section: { name: 'Sea', slug: 'sea', mediaTopic: 'medtop:11000000' },
      tags: [{ name: 'Ferries', slug: 'ferries', kind: 'subject' }, { name: 'Bo Cy', kind: 'person' }],
      bylines: [{ name: 'Ann Lee', slug: 'ann-lee', role: 'reporter' }, { name: 'Dot', role: 'editor' }],
      provider: 'Reuters',
      corrections: [
        { kind: 'correction', correctedAt: '2024-04-06T08:00:00.000Z', text: 'Forty, not fifty.' },
        { kind: 'update', correctedAt: '2024-04-06T09:00:00.000Z', text: 'Two\n\nparagraphs.' },
      ],
      embargoUntil: '2024-04-05T10:00:00.000Z',
      heroImage: { url: 'https://a.example/q.jpg', alt: 'The quay', credit: 'Cy' },
    })
    expect(went(result, '$.bodies[1]')).toBe('body')
    expect(went(result, '$.bodies[2]')).toMatch(/^left-out: another body/)
    expect(went(result, '$.subjects[1].confidence')).toBe('left-out: an article has no field for it')
  })

  it.each([['canceled', 'canceled'], ['cancelled', 'canceled'], ['withheld', 'withheld'], ['stat:usable', 'usable'], ['http://cv.iptc.org/newscodes/pubstatusg2/withheld', 'withheld'], ['KILL', 'canceled'], ['retracted', 'canceled'], ['deleted', 'canceled']])('keep the status %s', (pubStatus, kept) => {
    expect(one({ uri: 'a', pubStatus }).item.pubStatus).toBe(kept)
  })
})

describe('a ninjs file', () => {
  it('may be an array, or lines, of which a bad one stands for itself', () => {
    expect([...readNinjs(JSON.stringify([V1, V3]))].filter(isItem)).toHaveLength(2)
    const results = [...readNinjs(`${JSON.stringify(V1)}\n{"uri": }\n\n${JSON.stringify(V3)}\n`)]
    expect(results.filter(isItem)).toHaveLength(2)
    expect(firstError(results[1])).toMatchObject({ line: 2, column: 9 })
  })

  it.each([
    ['{"a": 1,\n "b" 2}', 2, 6, /a colon after the key/],
    ['[1, 2', 1, 6, /ends too early/],
    ['{"a": tru}', 1, 7, /a value/],
    [`${'['.repeat(100_000)}x`, 1, 100_001, /a value/],
    [`{"a": "${'x\\n'.repeat(3_000_000)}" x}`, 1, 9_000_009 + 1, /a comma/],
    ['{"a": "\\x"}', 1, 7, /a value/],
  ])('that is not JSON is refused with line and column (%#)', (text, line, column, message) => {
    const error = firstError([...readNinjs(text)][0])
    expect(error).toMatchObject({ line, column })
    expect(error.message).toMatch(message)
  })

  it('that is withdrawn keeps its text only as an export of a newsroom like this one writes it, and needs nothing else to be right', () => {
    const whole = { uri: 'tag:a.example,2025:articles/98e0e13c-ae25-4824-b509-1de944261ff2', type: 'text', pubStatus: 'canceled', representationType: 'full', headline: 'A', body_text: 'One.' }
    expect(one(whole).item).toMatchObject({ pubStatus: 'canceled', isWhole: true, holdBack: expect.stringContaining('canceled') as unknown })
    expect(words(one(whole))).toEqual(['One.'])
    const others = [{ representationType: 'partial' }, { uri: 'tag:a.example,2025:newsml_1' }, { contentCreated: 'yesterday' }, { pubStatus: 'usable', state: 'killed' }, { type: 'composite', contentCreated: 'yesterday' }]
    for (const more of others) {
      const { item } = one({ ...whole, ...more })
      expect([more, item.pubStatus, item.isWhole, words({ ...one(whole), item })]).toEqual([more, 'canceled', undefined, ['']])
    }
  })

  it('names pictures and other types without an article, and refuses bad dates by their path', () => {
    expect([...readNinjs('{"type":"picture","uri":"x"}')][0]).toMatchObject({ ok: true, item: undefined })
    expect(firstError([...readNinjs('{"uri":"x","contentCreated":"2024-02-30"}')][0])).toMatchObject({ path: '$.contentCreated' })
  })

  it('is not harmed by nesting or by the names of prototypes', () => {
    const deep = `{"uri":"x","__proto__":{"headline":"no"},"constructor":1,"subjects":${'['.repeat(50_000)}${']'.repeat(50_000)},"x":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`
    const result = onlyItem([...readNinjs(deep)])
    expect(result.item.headline).toBeUndefined()
    expect(went(result, '$.__proto__')).toBe('left-out: an article has no field for it')
    expect(Object.hasOwn(Object.prototype, 'headline')).toBe(false)
    expect(onlyItem([...readNinjs(`{"uri":"x","draft":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)]).item.holdBack).toContain('draft: nested values')
  })
})
