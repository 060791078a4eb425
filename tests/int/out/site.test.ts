import { describe, expect, it } from 'vitest'
import { readSettings, readSite, SettingsError } from '../../../src/settings'

describe('the settings of the site', () => {
  it('are optional: the site is this server, named Dateline, in English', () => {
    expect(readSite({})).toEqual({ url: 'http://127.0.0.1:3000', serverUrl: 'http://127.0.0.1:3000', name: 'Dateline', language: 'en', hasReader: true })
    expect(readSite({ HOST: '0.0.0.0', PORT: '8080' }).url).toBe('http://127.0.0.1:8080')
    expect(readSite({ HOST: '::1' }).url).toBe('http://[::1]:3000')
  })

  it('are read from the environment', () => {
    expect(readSite({ SITE_URL: 'https://news.example/kr/', NEWSROOM_NAME: 'The Example', NEWSROOM_LANGUAGE: 'ko' })).toEqual({
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
