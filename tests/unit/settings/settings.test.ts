import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DELIVERY_DEFAULTS } from '../../../src/delivery/settings'
import { GUARD_DEFAULTS } from '../../../src/security/settings'
import { readMediaDir, readOptions, readSettings, SettingsError } from '../../../src/settings'

const SECRET = '0123456789abcdef'

describe('the settings', () => {
  it('are all optional with the embedded database', () => {
    expect(readSettings({})).toEqual({
      databaseUrl: undefined,
      secret: undefined,
      host: '127.0.0.1',
      port: 3000,
      dataDir: path.resolve('.data'),
      admin: { email: 'admin@dateline.local', password: undefined },
      workers: 1,
      delivery: DELIVERY_DEFAULTS,
      guard: GUARD_DEFAULTS,
    })
  })

  it.each(['Europe/Nowhere', 'CEST+2', '+02:00'])('refuse a time zone that does not exist: %s (reports B11)', (zone) => {
    expect(() => readSettings({ NEWSROOM_TIMEZONE: zone })).toThrow(`NEWSROOM_TIMEZONE "${zone}" is not a time zone: write its IANA name, such as Europe/Berlin.`)
    expect(() => readSettings({ NEWSROOM_TIMEZONE: 'Asia/Seoul' })).not.toThrow()
  })

  it('are read from the environment', () => {
    const settings = readSettings({
      DATABASE_URL: 'mongodb://db.example/news',
      PAYLOAD_SECRET: SECRET,
      HOST: '0.0.0.0',
      PORT: '8080',
      SEED_ADMIN_EMAIL: 'ann@desk.example',
      SEED_ADMIN_PASSWORD: 'a long password',
    })
    expect(settings).toMatchObject({
      databaseUrl: 'mongodb://db.example/news',
      secret: SECRET,
      host: '0.0.0.0',
      port: 8080,
      admin: { email: 'ann@desk.example', password: 'a long password' },
    })
  })

  it('say how many server processes share the port', () => {
    expect(readSettings({ WORKERS: '4' }).workers).toBe(4)
    for (const wrong of ['0', '65', '1.5', 'many']) expect(() => readSettings({ WORKERS: wrong })).toThrow(`WORKERS "${wrong}" is no number`)
  })

  it('say whether this server runs scheduled publications', () => {
    expect(() => readSettings({ JOBS: 'off' })).not.toThrow()
    expect(() => readSettings({ JOBS: 'never' })).toThrow('JOBS is on or off, not "never".')
  })

  it('that are empty or blank count as unset', () => {
    expect(readSettings({ DATABASE_URL: '', PAYLOAD_SECRET: '  ', PORT: ' ', SEED_ADMIN_EMAIL: '' })).toEqual(readSettings({}))
  })
})

describe('a setting that is wrong is named in one line that says what to write', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a secret that is missing beside a database', { DATABASE_URL: 'file:/x.db' }, /^PAYLOAD_SECRET is missing.*openssl rand -hex 32/],
    ['a short secret', { PAYLOAD_SECRET: 'short' }, /^PAYLOAD_SECRET is too short: use at least 16/],
    ['an unknown database', { DATABASE_URL: 'mysql://x', PAYLOAD_SECRET: SECRET }, /^DATABASE_URL "mysql:\/\/x" is not understood.*mongodb:\/\//],
    ['a port that is no number', { PORT: 'http' }, /^PORT "http" is not a port: write a whole number/],
    ['port 0', { PORT: '0' }, /^PORT "0"/],
    ['a port too high', { PORT: '65536' }, /^PORT "65536"/],
    ['a port with a fraction', { PORT: '80.5' }, /^PORT "80.5"/],
    ['an address that is none', { SEED_ADMIN_EMAIL: 'ann' }, /^SEED_ADMIN_EMAIL "ann" is not an e-mail address/],
    ['a token that can be guessed', { SETUP_TOKEN: 'short' }, /^SETUP_TOKEN is too short: use at least 16/],
    ['a number of proxies that is none', { TRUST_PROXY: 'yes' }, /^TRUST_PROXY "yes" is not a whole number from 0 to 999999999: write how many proxies/],
    ['a rate that is negative', { RATE_LIMIT_WRITES: '-1' }, /^RATE_LIMIT_WRITES "-1" is not a whole number/],
    ['a yes that is none', { GRAPHQL_INTROSPECTION: 'yes' }, /^GRAPHQL_INTROSPECTION "yes" is neither true nor false/],
    ['a Redis that is none', { REDIS_URL: 'http://cache' }, /^REDIS_URL is not the address of a Redis server/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL "loud" is none of trace, debug, info/],
    ['no room for a request', { MAX_BODY_MB: '0' }, /^MAX_BODY_MB "0" is not a whole number from 1 to 1024/],
    ['too much room for one', { MAX_BODY_MB: '99999999' }, /^MAX_BODY_MB "99999999" is not a whole number from 1 to 1024/],
    ['a limit that is misspelt', { RATE_LIMIT_LOGN: '5' }, /^There is no setting RATE_LIMIT_LOGN: did you mean RATE_LIMIT_LOGIN\?/],
    ['a name of several lines', { NEWSROOM_NAME: 'News\nroom' }, /^NEWSROOM_NAME must be one line of at most 200 characters/],
    ['pictures in a file', { MEDIA_DIR: 'package.json' }, /^MEDIA_DIR ".*package.json" is not a folder/],
    ['a store without a bucket', { S3_ENDPOINT: 'https://s3.example.com' }, /^S3_ENDPOINT is set, and S3_BUCKET is not: set both, or neither/],
    ['a token for nobody', { PURGE_TOKEN: 'hush' }, /^PURGE_TOKEN is set, and PURGE_URL is not/],
    ['a token that no header takes', { PURGE_TOKEN: 'hu\nsh', PURGE_URL: 'https://cdn.example' }, /^PURGE_TOKEN cannot be sent in a header/],
    ['a host that is none', { HOST: 'my host' }, /^HOST "my host" is not a host: write an address or a name/],
    ['no reader pages, nor any', { READER: 'maybe' }, /^READER is on or off, not "maybe"\.$/],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://a.example, https://b.example/x' }, /^ALLOWED_ORIGINS "https:\/\/b.example\/x" is not an origin: write it like/],
    ['a region that is none', { S3_BUCKET: 'pictures', S3_REGION: 'the moon' }, /^S3_REGION "the moon" is not a region: write it like us-east-1/],
    ['a key that no header takes', { S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'de sk', S3_SECRET_ACCESS_KEY: 'hush' }, /^S3_ACCESS_KEY_ID cannot be sent in a header: write/],
    ['a key of two lines', { S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'desk', S3_SECRET_ACCESS_KEY: 'hush\nhush' }, /^(?!.*hush)S3_SECRET_ACCESS_KEY must be one line/],
    ['a short password', { SEED_ADMIN_PASSWORD: 'short' }, /^SEED_ADMIN_PASSWORD is too short: use at least 12/],
  ])('%s', (_, env, message) => {
    const read = () => readSettings(env)
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(message)
    expect(read).toThrow(/^[^\n]+$/)
  })

  it('all of them at once', () => {
    const read = () => readSettings({ DATABASE_URL: 'mysql://x', PORT: 'x', SEED_ADMIN_EMAIL: 'x', SEED_ADMIN_PASSWORD: 'x' })
    expect(read).toThrow(/^DATABASE_URL.*\nPAYLOAD_SECRET.*\nPORT.*\nSEED_ADMIN_EMAIL.*\nSEED_ADMIN_PASSWORD.*$/)
  })

  it('all of a part, whatever else is wrong in it', () => {
    const read = () => readSettings({ CACHE_MB: 'x', SURROGATE_KEYS: 'x', PURGE_TOKEN: 'hush', S3_ENDPOINT: 'x', S3_ACCESS_KEY_ID: 'desk', RATE_LIMIT_LOGN: '5' })
    expect(read).toThrow(/^CACHE_MB.*\nSURROGATE_KEYS.*\nPURGE_TOKEN is set.*\nS3_ENDPOINT "x".*\nS3_ENDPOINT is set.*\nS3_ACCESS_KEY_ID and.*\nThere is no setting RATE_LIMIT_LOGN.*$/)
  })

  it('without showing a secret or a password', () => {
    const read = () => readSettings({ DATABASE_URL: 'mysql://ann:hush@x', PAYLOAD_SECRET: 'hush-hush', SEED_ADMIN_PASSWORD: 'hush-hush' })
    expect(read).toThrow(/^(?![\s\S]*hush)/)
  })
})

/** Every variable of the app, by the file that explains them. */
const NAMES = [...readFileSync('.env.example', 'utf8').split('# Tests only')[0]?.matchAll(/^#([A-Z][A-Z\d_]+)=/gm) ?? []].map(([, name = '']) => name)

it.each(NAMES)('%s is in the table of settings', (name) => {
  expect(readFileSync('docs/settings.md', 'utf8')).toContain(`\`${name}\``)
})

/** What the settings say of a value. */
function said(name: string, value: unknown): string {
  try {
    readSettings({ [name]: value as never })
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return String(error)
  }
}

describe('a hostile value', () => {
  const surprise = { toString: () => { throw new Error('toString ran') } }

  it.each(NAMES)('of %s is taken or refused in short lines', (name) => {
    const values = ['x'.repeat(100_000), '/'.repeat(100_000), 'https://'.repeat(10_000), 'a\nb\u202Ec\u0000d\u2028e', 'NaN', 'Infinity', '1e3', '٣', '-1', '\uD800', 5, null, true, [], {}, surprise, Symbol('x'), 1n, () => 'x']
    for (const value of values) {
      const message = said(name, value)
      expect(message.length).toBeLessThan(1000)
      expect(message).not.toMatch(/\p{Cf}|\p{Zl}|(?!\n)\p{Cc}|Invalid type|undefined/u)
      expect(message.split('\n').every((line, index) => / (?:is|are|go|must|cannot|names) /.test(line) && (index > 0 || line.startsWith('SettingsError: ') || line === ''))).toBe(message !== '')
    }
  })

  it.each(['PORT', 'WORKERS', 'CACHE_MB', 'MAX_BODY_MB', 'CDN_SECONDS', 'TRUST_PROXY', 'RATE_LIMIT_LOGIN', 'RATE_LIMIT_GRAPHQL', 'RATE_LIMIT_WRITES'])('is no number for %s, unless it is one in blanks', (name) => {
    for (const wrong of ['NaN', 'Infinity', '1e3', '0x10', '+3', '-3', '3.0', '٣', '３', '1_000', '9'.repeat(400)]) expect(said(name, wrong)).toContain(`${name} "${wrong.slice(0, 100)}`)
    expect(said(name, ' 3 ')).toBe('')
    expect(said(name, '')).toBe('')
  })

  it('is shown in one line that is cut', () => {
    expect(said('PORT', 'a\nb')).toContain('PORT "a\\u{a}b" is not a port')
    expect(said('PORT', '9'.repeat(5000))).toContain(`PORT "${'9'.repeat(100)}…" is not a port`)
    expect(said('PORT', surprise)).toContain('PORT an object is not a port')
    expect(said('MEDIA_DIR', 'x'.repeat(5000))).toContain('is not a folder: write where pictures are kept')
    expect(said('SITE_URL', 'https://news.exa\nmple')).toContain('is not the address of a site')
  })

  it.each(['DATABASE_URL', 'SITE_URL', 'SERVER_URL', 'NEWSROOM_LOGO', 'ALLOWED_ORIGINS', 'PURGE_URL', 'REDIS_URL', 'S3_ENDPOINT'])('with a password is not shown: %s', (name) => {
    for (const url of ['ftp://ann:hush@x', 'ftp://ann:hu@sh@x', 'ann:hush@x', '//ann:hush@x', 'https:ann:hush@x /', 'ftp://ann:\nhush@x', 'ftp://x?token=hush', 'ftp://x;password=hush']) expect(said(name, url)).toMatch(/^SettingsError(?![\s\S]*hu?sh)/)
  })
})

describe('the options of the app', () => {
  it('are read from the environment, too', () => {
    const none = { imageUrl: undefined, logoUrl: undefined, serverUrl: undefined, tagAuthority: undefined }
    const preset = { mediaDir: path.resolve('.data/media'), redisUrl: undefined, setupToken: undefined, storage: undefined, timeZone: 'UTC' }
    const site = { ...none, hasReader: true, language: 'en', name: 'Dateline', url: 'http://127.0.0.1:3000' }
    expect(readOptions({})).toEqual({ ...preset, delivery: true, isIntrospectionOpen: false, jobs: 'on', site })
    const env = { GRAPHQL_INTROSPECTION: 'true', JOBS: 'off', NEWSROOM_TIMEZONE: ' Asia/Seoul ', REDIS_URL: 'redis://cache', SERVER_URL: 'https://cms.example/', SETUP_TOKEN: SECRET }
    expect(readOptions(env)).toMatchObject({ isIntrospectionOpen: true, jobs: 'off', redisUrl: 'redis://cache', setupToken: SECRET, site: { serverUrl: 'https://cms.example' }, timeZone: 'Asia/Seoul' })
  })

  it('are refused where they are wrong', () => {
    expect(() => readOptions({ JOBS: 'never', S3_BUCKET: 'Pictures!', SITE_URL: 'x' })).toThrow(/^SITE_URL.*\nJOBS.*\nS3_BUCKET.*$/)
  })
})

describe('the folder of pictures', () => {
  it('is in .data, or where the setting says', () => {
    expect(readMediaDir({ MEDIA_DIR: ' ' })).toBe(path.resolve('.data/media'))
    expect(readMediaDir({ MEDIA_DIR: '/srv/pictures' })).toBe('/srv/pictures')
  })
})
