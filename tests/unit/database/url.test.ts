import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DatabaseUnreachableError } from '../../../src/database/unreachable'
import { DatabaseUrlError, parseDatabaseUrl } from '../../../src/database/url'
import { redactUrl } from '../../../src/text/quoted'

describe('parseDatabaseUrl', () => {
  it.each([
    ['mongodb://db.example:27017/press', 'mongodb'],
    ['mongodb+srv://cluster.example/press?w=majority', 'mongodb'],
    ['mongodb://one:1,two:2,three:3/press?replicaSet=rs0', 'mongodb'],
    ['postgres://ann:pw@db.example:5432/press?sslmode=require', 'postgresql'],
    ['postgresql:///press?host=/var/run/postgresql', 'postgresql'],
    ['file:./dateline.db', 'sqlite'],
    ['file:/srv/press/dateline.db', 'sqlite'],
  ])('takes %s as it is', (url, engine) => {
    expect(parseDatabaseUrl(url)).toEqual({ engine, url })
  })

  it.each([
    ['postgres://ann:pw@db.example', 'postgres://ann:pw@db.example/dateline'],
    ['postgresql://db.example/?sslmode=require', 'postgresql://db.example/dateline?sslmode=require'],
    ['mongodb://db.example', 'mongodb://db.example/dateline'],
    ['mongodb://db.example/', 'mongodb://db.example/dateline'],
    ['mongodb://one:1,two:2?replicaSet=rs0', 'mongodb://one:1,two:2/dateline?replicaSet=rs0'],
    ['mongodb://db.example/?replicaSet=rs0', 'mongodb://db.example/dateline?replicaSet=rs0'],
  ])('gives %s the database dateline', (url, named) => {
    expect(parseDatabaseUrl(url).url).toBe(named)
  })

  it.each([
    ['mongodb://ann:pw@db.example', 'mongodb://ann:pw@db.example/dateline?authSource=admin'],
    ['mongodb://ann:pw@db.example/?authSource=staff', 'mongodb://ann:pw@db.example/dateline?authSource=staff'],
    [
      'mongodb://ann@db.example/?authMechanism=MONGODB-X509',
      'mongodb://ann@db.example/dateline?authMechanism=MONGODB-X509',
    ],
  ])('looks up the user of %s where it was looked up before', (url, named) => {
    expect(parseDatabaseUrl(url).url).toBe(named)
  })

  it('ignores space around the URL', () => {
    expect(parseDatabaseUrl(' file:./a.db\n').url).toBe('file:./a.db')
  })

  it.each(['', ' ', 'mysql://h/db', 'postgres://', 'postgres:///press', 'postgres://ann:p w@h:port/db', 'dateline.db', 'mongodb://', 'mongodb:///press', 'file:', 'file::memory:', 'libsql://press.example'])(
    'refuses "%s" in one line',
    (url) => {
      expect(() => parseDatabaseUrl(url)).toThrow(DatabaseUrlError)
      expect(() => parseDatabaseUrl(url)).toThrow(/^DATABASE_URL .*$/)
    },
  )

  it('names the schemes it takes when it refuses another', () => {
    expect(() => parseDatabaseUrl('mysql://h/db')).toThrow('it must start with postgres://, mongodb://, mongodb+srv:// or file:')
  })
})

/** What people have in a password: the characters that a URL should have escaped included. */
const password = fc.string({ minLength: 6 }).filter((text) => text.trim() === text && !'file:libsql'.includes(text) && !/[*]|example/.test(text))

describe('redactUrl', () => {
  it('shows where the database is, and neither user nor password', () => {
    expect(redactUrl('mongodb://ann:s3cret@one:1,two:2/press?replicaSet=rs0')).toBe('mongodb://***@one:1,two:2/press?replicaSet=rs0')
  })

  it('hides secrets among the parameters', () => {
    expect(redactUrl('libsql://h?authToken=abc&tls=0')).toBe('libsql://h?authToken=***&tls=0')
    expect(redactUrl('mongodb://h/?authMechanismProperties=AWS_SESSION_TOKEN:abc')).toBe('mongodb://h/?authMechanismProperties=***')
  })

  it('never shows a password, in a message of parseDatabaseUrl or of a failed connection either', () => {
    fc.assert(
      fc.property(password, fc.constantFrom('mongodb', 'mongodb+srv', 'libsql', 'postgres'), (secret, scheme) => {
        const url = `${scheme}://ann:${secret}@db.example/press`
        expect(redactUrl(url)).not.toContain(secret)
        expect(new DatabaseUnreachableError(url, new Error(`no answer from ${url}`)).message).not.toContain(secret)
      }),
    )
  })
})
