import { describe, expect, it } from 'vitest'
import { articleUri } from '../../../src/formats/urls'
import { readSettings, readSite, SettingsError } from '../../../src/settings'

describe('the settings of the site', () => {
  it('are optional: the site is this server, named Dateline, in English', () => {
    expect(readSite({})).toMatchObject({ url: 'http://127.0.0.1:3000', serverUrl: 'http://127.0.0.1:3000', name: 'Dateline', language: 'en', hasReader: true })
    expect(readSite({ HOST: '0.0.0.0', PORT: '8080' }).url).toBe('http://127.0.0.1:8080')
    expect(readSite({ HOST: '::1' }).url).toBe('http://[::1]:3000')
  })

  it('are read from the environment', () => {
    expect(readSite({ SITE_URL: 'https://news.example/kr/', NEWSROOM_NAME: 'The Example', NEWSROOM_LANGUAGE: 'ko' })).toMatchObject({
      url: 'https://news.example/kr',
      serverUrl: 'https://news.example/kr',
      name: 'The Example',
      language: 'ko',
      hasReader: true,
    })
  })

  it('tell the server from the site when it stands elsewhere', () => {
    const SERVER_URL = 'https://cms.example/'
    expect(readSite({ SERVER_URL, SITE_URL: 'https://news.example' })).toMatchObject({ url: 'https://news.example', serverUrl: 'https://cms.example' })
    expect(readSite({ SERVER_URL })).toMatchObject({ url: 'https://cms.example', serverUrl: 'https://cms.example' })
  })

  it.each(['news.example', 'ftp://news.example', 'https://', 'https://news.example/?a=b', 'https://ann:pw@news.example'])(
    'refuse the address %s',
    (SITE_URL) => {
      expect(() => readSite({ SITE_URL })).toThrow(SettingsError)
      expect(() => readSettings({ SITE_URL })).toThrow(/SITE_URL .* write it as https:/)
      expect(() => readSettings({ SERVER_URL: SITE_URL })).toThrow(/SERVER_URL .* write it as https:/)
    },
  )

  it('refuse a language that is none', () => {
    expect(() => readSettings({ NEWSROOM_LANGUAGE: 'Englisch, bitte' })).toThrow(/NEWSROOM_LANGUAGE .* BCP 47/)
  })
})

describe('the base of ids (reports S3)', () => {
  it('is a setting, so that ids stay when the site moves', () => {
    const uri = (env: Record<string, string>) => {
      const { tagAuthority, url } = readSite(env)
      return articleUri('1', { siteUrl: url, ...(tagAuthority === undefined ? {} : { tagAuthority }) })
    }
    const before = uri({ SITE_URL: 'https://old.example' })
    expect(uri({ SITE_URL: 'https://new.example', ID_BASE: 'old.example' })).toBe(before)
    expect(uri({ SITE_URL: 'https://new.example', ID_BASE: 'old.example,2024-05' })).toBe('tag:old.example,2024-05:articles/1')
    expect(uri({ SITE_URL: 'https://new.example' })).not.toBe(before)
  })

  it.each(['https://old.example', 'old example', 'old.example,yesterday', '.example', 'x:y'])('is refused as %j', (base) => {
    expect(() => readSettings({ ID_BASE: base })).toThrow(/ID_BASE .* write a host name/)
  })
})

it.each(['logo.png', 'javascript:alert(1)'])('a picture at %j is none that others can fetch (ingest S3)', (url) => {
  expect(() => readSettings({ NEWSROOM_LOGO: url })).toThrow(/NEWSROOM_LOGO .* https:/)
  expect(() => readSettings({ NEWSROOM_IMAGE: url })).toThrow(/NEWSROOM_IMAGE .* https:/)
})
