import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHouse } from '../../../../src/ingest/read/house'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { isItem, onlyItem, xmlResults } from './help'

const now = new Date('2024-06-01T12:00:00Z')
const markdown = (...lines: string[]) => onlyItem([readMarkdown(['---', 'title: A', ...lines, '---', 'Body.'].join('\n'), { now })]).item
const house = (...lines: string[]) => onlyItem([readHouse(lines.join('\n'), { now })])
const BELOW = ['Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023', 'Body.']

describe('front matter that holds a story back (ingest I2)', () => {
  it.each([
    'status: draft', 'status: private', 'status: pending', 'Status: ""', 'Draft: true', 'DRAFT: yes', 'draft: maybe', 'private: true',
    'visibility: private', 'publish: false', 'state: draft', 'state: [draft]', 'isDraft: true', 'unlisted: true', 'hidden: 1', 'password: " "',
    'password: secret', 'expiryDate: 2024-01-01', 'unpublishDate: 2030-01-01', 'Published: no', 'embargo: tomorrow', 'embargo: true',
    'params:\n  draft: true', 'build:\n  render: never', 'post_status: future', 'public: false',
    'publish_on: 2099-01-01', 'scheduled: 2099-01-01T09:00:00Z', 'go_live_date: 18 October 2099', 'validFrom: 2099-01-01', 'schedule:\n  from: [2099-01-01]', 'rights: not before 18 October 2099', 'note: Not for publication', 'rights:\n  - terms: Not for publication',
    'unpublished: true', 'withheld: true', 'do_not_publish: true', 'notForPublication: true', 'members_only: true', 'access: paid', 'review: pending', 'ready: false', 'online: false',
    'offline: true', 'test: true', 'build:\n  list: never', 'eleventyExcludeFromCollections: true', 'whatever: no', 'embargoUntil: someday', 'embargoUntil: soon\nembargo: 2024-01-01',
    'publish_at: 4070908800', 'releaseAt: 4070908800000', 'releaseAt: "4070908800"', 'custom:\n  publishAt: 4070908800', 'platforms: {web: false}', 'publishing: {web: false}', 'platforms: {print: true}', 'channels: [print]',
    'validUntil: 2024-01-01', 'end_date: 2030-01-01', 'sunset: 2099-01-01', 'custom:\n  valid_to: 2030-01-01', 'takedown: 2030-01-01', 'validUntil: 4070908800',
    'access: [members]', 'held: 1', 'note: hold for legal', 'warning: not cleared', 'image:\n  draft: true', 'event_publish_at: 2099-01-01', 'event:\n  publish_at: 2099-01-01', 'release: 20990101', 'params:\n  pubStatus: withheld',
    'reviewed: false', 'fact_checked: pending', 'hide: true', 'show: false', 'hide_post: true', 'hide_until: 2099-01-01', 'show_from: 2099-01-01', 'release_day: 2099-01-01', 'status: Draft', 'premium: true', 'election_release_date: 2099-01-01',
  ])('%s', (line) => {
    expect(markdown(line)).toMatchObject({ status: 'draft', holdBack: expect.stringMatching(/\.$/) as unknown })
  })

  it.each(['status: published', 'STATUS: Publish', 'draft: false', 'Draft: "no"', 'publish: true', 'published: 2024-01-01', 'visibility: public', 'password: ""', 'embargo: false', 'hidden:', 'comments: false', 'toc: true', 'params:\n  ShowToc: true', 'withheld: false', 'ready: true', 'online: true', 'event: 2024-01-01', 'series: Drafts', 'build:\n  list: always', 'embargoUntil: false', 'publish_at: 1577836800', 'views: 4070908800', 'platforms: {web: true, print: false}', 'channels: [print, Web]', 'publishing: {web: true}', 'channel: News', 'platforms: []', 'channels: [{name: A}]', 'sunset: a nice one', 'validUntil:', 'cover:\n  hidden: true', 'image:\n  hidden: true', 'thumbnail:\n  hidden: true', 'params:\n  cover:\n    hidden: true', 'newsletter: true', 'paginate: true', 'event_date: 2099-01-01', 'eventEnd: 2099-01-01', 'event:\n  start: 2099-01-01', 'number: 20990101', 'topics: [members]', 'pubStatus: usable', 'breaking: true', 'exclusive: true', 'reviewed: true', 'fact_checked: true', 'sponsored: true', 'evergreen: true', 'opinion: true', 'video: true', 'hide_comments: true', 'hide_title: true', 'show_ads: true', 'showAds: false', 'params:\n  hideComments: true', 'status: Final', 'election_day: 2099-01-01', 'concert_date: 2099-01-01'])(
    'does not when it is open: %s',
    (line) => {
      const item = markdown(line)
      expect(item.status).toBe('published')
      expect(item).not.toHaveProperty('holdBack')
    },
  )

  it('names the key', () => {
    expect(markdown('date: 2024-01-01', 'published_at: 2099-01-01').holdBack).toContain('"published_at: 2099-01-01"')
  })

  it('becomes the embargo where it names one', () => {
    expect(markdown('Embargo: 2030-01-01T09:00:00Z')).toMatchObject({ embargoUntil: '2030-01-01T09:00:00.000Z', status: 'published' })
    expect(markdown('embargoUntil: 2024-01-01', 'params:', '  embargo: 2030-01-01T09:00:00Z')).toMatchObject({ embargoUntil: '2030-01-01T09:00:00.000Z', status: 'published' })
  })

  it('has its keys in letters of any case', () => {
    expect(markdown('DATE: 2024-04-05T09:00:00Z', 'Tags: [x]', 'Author: Ann Lee')).toMatchObject({ publishedAt: '2024-04-05T09:00:00.000Z', tags: [{ name: 'x' }], bylines: [{ name: 'Ann Lee' }] })
  })
})

describe('a feed or an export that holds a story back (ingest I2)', () => {
  const RIGHTS = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:pur="http://prismstandard.org/namespaces/prismusagerights/2.1/"'
  const wxr = (inside: string) => `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title><wp:post_type>post</wp:post_type>${inside}</item></channel></rss>`
  const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><entry><title>A</title><content>B</content>${inside}</entry></feed>`

  it.each([
    atom('<app:control><app:draft>yes</app:draft></app:control>'),
    atom('<app:control><app:draft/></app:control>'),
    wxr('<wp:status>publish</wp:status><wp:postmeta><wp:meta_key>access_note</wp:meta_key><wp:meta_value>internal</wp:meta_value></wp:postmeta>'),
    wxr('<wp:status></wp:status>'),
    wxr(''),
    wxr('<wp:status>publish</wp:status><wp:post_password> </wp:post_password>'),
    wxr('<wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_expiration-date</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>'),
    '<rss><channel><item><title>A</title><status>pending</status></item></channel></rss>',
  ])('%s', async (text) => {
    expect(onlyItem(await xmlResults(text)).item).toMatchObject({ status: 'draft', holdBack: expect.stringMatching(/\.$/) as unknown })
  })

  it.each([atom('<app:control><app:draft>no</app:draft></app:control>'), wxr('<wp:status>publish</wp:status><wp:post_password></wp:post_password>'), ...['internal', 'draft', 'block-editor'].map((editor) => wxr(`<wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_last_editor_used</wp:meta_key><wp:meta_value>${editor}</wp:meta_value></wp:postmeta>`))])('does not when it is open: %s', async (text) => {
    expect(onlyItem(await xmlResults(text)).item).not.toHaveProperty('holdBack')
  })

  it.each([
    '<media:restriction relationship="deny">all</media:restriction>',
    '<media:restriction relationship="deny" type="country">us</media:restriction>',
    '<media:restriction relationship="allow" type="uri">none</media:restriction>',
    '<media:restriction relationship="allow">none</media:restriction>',
    '<media:restriction relationship="deny" type="sharing"/>',
    '<media:group><media:restriction relationship="deny">all</media:restriction></media:group>',
    '<media:group><media:status state="blocked"/></media:group>',
    '<media:rights>Not for publication</media:rights>',
    '<dc:rights>Not for publication</dc:rights>',
    '<dcterms:accessRights>restricted</dcterms:accessRights>',
    '<prism:embargoDate>2099-01-01T00:00:00Z</prism:embargoDate>',
    '<prism:expirationDate>2099-01-01</prism:expirationDate>',
    '<prism:killDate>2024-01-01</prism:killDate>',
    '<pur:embargoDate>2099-01-01</pur:embargoDate>',
  ])('by what it says of rights and release: %s', async (element) => {
    for (const text of [`<rss ${RIGHTS}><channel><item><title>A</title>${element}</item></channel></rss>`, atom(element).replace('<feed', `<feed ${RIGHTS}`)]) {
      const result = onlyItem(await xmlResults(text))
      expect(result.item).toMatchObject({ status: 'draft', holdBack: expect.stringMatching(/\.$/) as unknown })
      expect(result.account.filter(({ to }) => to === 'status')).toHaveLength(1)
    }
  })

  it.each(['<media:restriction relationship="allow">all</media:restriction>', '<media:restriction relationship="allow" type="country">us gb</media:restriction>', '<media:restriction relationship="allow"/>', '<media:restriction relationship="deny">none</media:restriction>', '<media:rights status="official"/>', '<dc:rights>© 2024 The Example</dc:rights>'])('does not where its rights are open: %s', async (element) => {
    const result = onlyItem(await xmlResults(`<rss ${RIGHTS}><channel><item><title>A</title>${element}</item></channel></rss>`))
    expect(result.item).not.toHaveProperty('holdBack')
    expect(result.account).toContainEqual({ at: expect.stringContaining('channel/item[1]/') as unknown, to: 'left-out', why: 'an article has no field for it' })
  })

  it.each([
    '"state":"in_progress"', '"visibility":"private"', '"draft":true', '"state":null',
    '"extra":{"desk":{"hold":true}}', '"extra":{"desk":{"access":"members"}}', '"extra":{"a":{"b":{"embargo_until":"2099-01-01"}}}', '"extra":{"a":{"note":"Not for publication"}}', '"extra":{"a":[{"state":"draft"}]}', '"flags":{"marked_for_not_publication":true}',
    '"schedule_settings":{"utc_publish_schedule":"2099-01-01T00:00:00+0000"}', '"schedule_settings":{"utc_embargo":"2099-01-01T00:00:00+0000"}', '"extra":{"release":"20990101"}',
    '"genre":[{"name":"Embargoed"}]', '"genres":[{"name":"News","code":"genre:hold"}]', '"trustIndicators":[{"name":"Draft"}]', '"signals":["sig:embargo"]', '"signals":[{"qcode":"sig:hold"}]', '"genre":"Draft"', '"edNote":"Please hold until Friday"',
  ])('ninjs with %s', (pair) => {
    expect(onlyItem([...readNinjs(`{"uri":"a","headline":"A",${pair}}`)]).item).toMatchObject({ status: 'draft', holdBack: expect.stringMatching(/\.$/) as unknown })
  })

  it.each([
    ...['extra', 'flags'].flatMap((group) => ['false', '"false"', '"no"'].map((no) => `"${group}":{"hold":${no},"marked_for_not_publication":${no}}`)),
    '"rightsInfo":[{"usageTerms":"Embargo: none"}]', '"usageTerms":"no embargo"', '"extra":{"layout":{"wide":true,"align":"none"}}', '"schedule_settings":{"utc_publish_schedule":"2020-01-01T00:00:00+0000","time_zone":null}',
    '"genre":[{"name":"Analysis","code":"genre:analysis"}]', '"subject":[{"name":"Embargo","code":"draft"}]', '"events":[{"name":"Vote","start":"2099-01-01"}]', '"extra":{"event_date":"2099-01-01"}', '"trustIndicators":[{"name":"Policy","href":"https://a.example/draft"}]',
  ])('ninjs not with %s', (pair) => {
    expect(onlyItem([...readNinjs(`{"uri":"a","headline":"A",${pair}}`)]).item).not.toHaveProperty('holdBack')
  })

  it('leaves out what Blogger keeps beside posts (ingest I3)', async () => {
    const kind = (name: string) => atom(`<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`)
    for (const name of ['comment', 'settings', 'template', 'page']) expect((await xmlResults(kind(name))).some(isItem)).toBe(false)
    expect((await xmlResults(kind('post'))).some(isItem)).toBe(true)
  })
})

describe('house copy with an embargo (ingest I2)', () => {
  it.each([
    ['EMBARGOED UNTIL 18 October 2030, 09:00 GMT', '2030-10-18T09:00:00.000Z'],
    ['*** Embargo: 2030-10-18 06:30 CEST ***', '2030-10-18T04:30:00.000Z'],
    ['NOT FOR PUBLICATION BEFORE 9 pm UTC, October 18, 2030', '2030-10-18T21:00:00.000Z'],
    ['Hold for release until 2030-10-18 00:01 UTC', '2030-10-18T00:01:00.000Z'],
    ['ЭМБАРГО ДО 18 октября 2030, 09:00 GMT', '2030-10-18T09:00:00.000Z'],
    ['Эмбарго: 18 октября 2030, 09:00 МСК', '2030-10-18T06:00:00.000Z'],
    ['حظر النشر حتى 18 أكتوبر 2030, 09:00 GMT', '2030-10-18T09:00:00.000Z'],
    ['FOR USE FROM 18 October 2030 09:00 GMT', '2030-10-18T09:00:00.000Z'],
    ['Release at 18 October 2030 09:00 GMT', '2030-10-18T09:00:00.000Z'],
  ])('%s', (line, embargoUntil) => {
    for (const lines of [[line, 'Headline', ...BELOW], ['Headline', line, ...BELOW], ['Headline', ...BELOW.slice(0, 2), line, ...BELOW.slice(2)], ['Headline', ...BELOW.slice(0, 4), line, ...BELOW.slice(4)]]) {
      const { account, item } = house(...lines)
      expect(item).toMatchObject({ headline: 'Headline', standfirst: 'Lead.', embargoUntil, bylines: [{ name: 'CJ journalist' }, { name: 'HUXIANA' }] })
      expect(item).not.toHaveProperty('holdBack')
      expect(account.filter(({ to }) => to === 'embargoUntil')).toHaveLength(1)
    }
  })

  it.each(['EMBARGOED', 'EMBARGOED UNTIL FURTHER NOTICE', 'EMBARGO: Friday', 'NOT FOR PUBLICATION', 'HOLD FOR RELEASE', 'DO NOT PUBLISH', 'EMBARGOED UNTIL 18 October 2030', 'EMBARGOED UNTIL 18 October 2030 09:00', 'Sperrfrist: Freitag', 'DRAFT', 'Эмбарго: 18 октября 2030', '禁发至2030年10月18日', 'حظر النشر حتى 18 أكتوبر 2030', 'ADVANCE FOR RELEASE SUNDAY', 'Embargado hasta el viernes', '보도 금지: 2030년 10월 18일'])(
    'is held back when the moment is not plain: %s',
    (line) => {
      for (const lines of [[line, 'Headline', ...BELOW], ['Headline', line, ...BELOW], ['Headline', ...BELOW, line]]) {
        expect(house(...lines).item.holdBack).toContain(line)
      }
    },
  )

  it.each(['Embargo on Russian oil is tightened', 'Embargoed goods seized in Dover', 'FOR IMMEDIATE RELEASE', 'Draft law passes', 'Hold the line', 'Эмбарго на нефть ужесточили', 'حظر النشر في قضية المصرف', 'For use in hospitals', 'Release of hostages delayed', 'Advance for rebels', 'What 2023 was'])('is not taken from a headline: %s', (headline) => {
    const { item } = house(headline, ...BELOW)
    expect(item.headline).toBe(headline)
    expect(item).not.toHaveProperty('holdBack')
  })

  it.each(['Publicatie vanaf 18-10-2030', 'VRIJGAVE 2030-10-18', 'Não divulgar até 18.10.2030', '2030年10月18日まで', '2030년 10월 18일까지 공개 불가', 'Voters go to the polls on 18 October 2030.'])(
    'is held back when a line above the body names a day to come: %s',
    (line) => {
      for (const lines of [['Headline', BELOW[0] ?? '', line, ...BELOW.slice(1)], [line, ...BELOW]]) {
        const { item, notes } = house(...lines)
        expect(item.holdBack, notes.join()).toContain(line)
      }
    },
  )

  it.each(['HOLD - Budget passes', '[DRAFT] Budget passes'])('is held back by a label in capitals, and keeps the line: %s', (line) => {
    for (const lines of [[line, ...BELOW], ['Headline', BELOW[0] ?? '', line, ...BELOW.slice(1)], ['Headline', ...BELOW, line]]) expect(house(...lines).item.holdBack).toContain(line)
    expect(house(line, ...BELOW).item.headline).toBe(line)
  })

  it.each(['Voters go to the polls on 18 October 2030.', 'Embargo: none'])('is not held back by a line of its body: %s', (line) => {
    for (const lines of [['Headline', ...BELOW.slice(0, 5), line, 'Body.'], ['Headline', ...BELOW, line]]) expect(house(...lines).item).not.toHaveProperty('holdBack')
  })

  it('is not held back where it says that there is no embargo', () => {
    for (const lines of [['EMBARGO: NONE', 'Headline', ...BELOW], ['Headline', 'Embargo: none', ...BELOW]]) {
      const { account, item } = house(...lines)
      expect(item.headline).toBe('Headline')
      expect(item).not.toHaveProperty('holdBack')
      expect(account.filter(({ to }) => to === 'embargoUntil')).toHaveLength(1)
    }
  })

  it.each(['The talks of 18 October 2023 go on', 'A plan for 2050'])('is not told from a day that is past, or no day: %s', (headline) => {
    expect(house(headline, ...BELOW).item).not.toHaveProperty('holdBack')
  })

  it('leaves the client’s article as it was, open', () => {
    const { item } = onlyItem([readHouse(readFileSync('seed/articles/lavrov-north-korea.txt'))])
    expect(item).toMatchObject({ status: 'published', publishedAt: '2023-10-18T00:00:00.000Z' })
    expect(item).not.toHaveProperty('holdBack')
    expect(item.body.root.children).toHaveLength(15)
  })
})

describe('a date that stands elsewhere (ingest I7)', () => {
  it('is taken from the dateline of house copy without a Published line', () => {
    expect(house('Headline', 'Lead.', ...BELOW.slice(2)).item.publishedAt).toBe('2023-10-18T00:00:00.000Z')
  })

  it('is taken from the file name of Jekyll’s posts, with a note', () => {
    const read = onlyItem([readMarkdown('---\ntitle: A\n---\nBody.', { name: 'site/_posts/2024-04-05-a.md' })])
    expect(read.item.publishedAt).toBe('2024-04-05T00:00:00.000Z')
    expect(read.notes.join()).toContain('2024-04-05')
  })
})
