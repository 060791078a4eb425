import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DELIVERY_DEFAULTS } from '../../../src/delivery/settings'
import { GUARD_DEFAULTS } from '../../../src/security/settings'
import { readMediaDir, readSettings, SettingsError } from '../../../src/settings'

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
    ['an unknown database', { DATABASE_URL: 'postgres://x', PAYLOAD_SECRET: SECRET }, /^DATABASE_URL "postgres:\/\/x" is not understood.*mongodb:\/\//],
    ['a port that is no number', { PORT: 'http' }, /^PORT "http" is not a port: write a whole number/],
    ['port 0', { PORT: '0' }, /^PORT "0"/],
    ['a port too high', { PORT: '65536' }, /^PORT "65536"/],
    ['a port with a fraction', { PORT: '80.5' }, /^PORT "80.5"/],
    ['an address that is none', { SEED_ADMIN_EMAIL: 'ann' }, /^SEED_ADMIN_EMAIL "ann" is not an e-mail address/],
    ['a token that can be guessed', { SETUP_TOKEN: 'short' }, /^SETUP_TOKEN is too short: use at least 16/],
    ['a number of proxies that is none', { TRUST_PROXY: 'yes' }, /^TRUST_PROXY "yes" is not a whole number: write how many proxies/],
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
    ['a short password', { SEED_ADMIN_PASSWORD: 'short' }, /^SEED_ADMIN_PASSWORD is too short: use at least 12/],
  ])('%s', (_, env, message) => {
    const read = () => readSettings(env)
    expect(read).toThrow(SettingsError)
    expect(read).toThrow(message)
    expect(read).toThrow(/^[^\n]+$/)
  })

  it('all of them at once', () => {
    const read = () => readSettings({ DATABASE_URL: 'postgres://x', PORT: 'x', SEED_ADMIN_EMAIL: 'x', SEED_ADMIN_PASSWORD: 'x' })
    expect(read).toThrow(/^DATABASE_URL.*\nPAYLOAD_SECRET.*\nPORT.*\nSEED_ADMIN_EMAIL.*\nSEED_ADMIN_PASSWORD.*$/)
  })

  it('without showing a secret or a password', () => {
    const read = () => readSettings({ DATABASE_URL: 'postgres://ann:hush@x', PAYLOAD_SECRET: 'hush-hush', SEED_ADMIN_PASSWORD: 'hush-hush' })
    expect(read).toThrow(/^(?![\s\S]*hush)/)
  })
})

describe('the folder of pictures', () => {
  it('is in .data, or where the setting says', () => {
    expect(readMediaDir({ MEDIA_DIR: ' ' })).toBe(path.resolve('.data/media'))
    expect(readMediaDir({ MEDIA_DIR: '/srv/pictures' })).toBe('/srv/pictures')
  })
})
