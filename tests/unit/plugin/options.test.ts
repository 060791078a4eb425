import type { Config } from 'payload'
import { describe, expect, it } from 'vitest'
import { checkOptions } from '../../../src/plugin/check'
import { newsroom } from '../../../src/plugin/newsroom'

describe('wrong options of newsroom() stop the start, with what to write', () => {
  it.each<[unknown, string]>([
    [{ site: { url: 'https://ann:hush@news.example' } }, 'newsroom: site.url "https://***@news.example" is not the address of a site'],
    [{ site: { url: undefined } }, 'newsroom: site.url undefined is not the address of a site: write it as https://example.com'],
    [{ site: ['https://news.example'] }, 'newsroom: site is an object'],
    [{ site: { url: 'https://news.example', name: 5, serverUrl: 'https://news.example\n' } }, 'newsroom: site.name is a text, not 5.\nnewsroom: site.serverUrl "https://news.example\\u{a}" is not the address'],
    [{ timeZone: NaN }, 'newsroom: timeZone NaN is not a time zone: write its IANA name, such as Europe/Berlin.'],
    [{ timeZone: 'x'.repeat(100_000) }, `newsroom: timeZone "${'x'.repeat(100)}…" is not a time zone`],
    [{ ['x\n'.repeat(1000)]: true }, 'newsroom: there is no option "x\\u{a}x'],
    [{ jobs: { toString: () => 'on' } }, 'newsroom: jobs is on or off, not an object.'],
    [{ feeds: [true] }, 'newsroom: feeds is true or false, not a list.'],
    [{ feeds: 1n, desk: Symbol('on') }, 'newsroom: desk is true or false, not Symbol(on).\nnewsroom: feeds is true or false, not 1.'],
    [{ articles: null, apiClients: true }, 'newsroom: apiClients takes { slug: \'…\', override: ({ defaultCollection }) => … }, with disabled: true, or false.\nnewsroom: articles takes { slug: \'…\', override: ({ defaultCollection }) => … }.'],
    [{ mediaDir: null }, 'newsroom: mediaDir is a text, not null.'],
    [{ setupToken: ['hush'], redisUrl: 1 }, 'newsroom: redisUrl is a text.\nnewsroom: setupToken is a text.'],
    [{ storage: 's3' }, 'newsroom: storage is an object: write { bucket, region, isPathStyle }.'],
    [{ storage: { bucket: 'pictures', isPathStyle: true } }, 'newsroom: storage.region is missing: write { bucket, region, isPathStyle }.'],
    [{ storage: { bucket: 'pictures', isPathStyle: true, region: 'r', endpont: 'x' } }, 'newsroom: storage has no "endpont": did you mean endpoint?'],
    [{ storage: { bucket: 'pictures', isPathStyle: true, region: 'r', credentials: { accessKeyId: 'desk', secretAccessKey: 5 } } }, 'newsroom: storage.credentials.secretAccessKey is a text.'],
    [{ get desk() { throw new Error('read') } }, 'newsroom: the options cannot be read: pass an object of options'],
    [[], 'newsroom: pass an object of options, such as { site: { url: \'https://example.com\' } }, or nothing.'],
    [Symbol('x'), 'newsroom: pass an object of options'],
  ])('a hostile one, too (%#)', async (options, message) => {
    await expect(async () => newsroom(options as never)({} as Config)).rejects.toThrow(message)
  })

  it('options that cannot be read', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    await expect(async () => newsroom(proxy)({} as Config)).rejects.toThrow('newsroom: the options cannot be read: pass an object of options')
  })

  it('all of them at once, one a line', async () => {
    const options = { sites: 1, desk: 'off', jobs: 'yes', site: { url: 'x', nme: 'x' }, timeZone: '', users: [] }
    await expect(async () => newsroom(options as never)({} as Config)).rejects.toThrow(/^(?:newsroom: .+\n){6}newsroom: .+$/)
  })

  it('nothing where all is right', async () => {
    const storage = { bucket: 'pictures', credentials: { accessKeyId: 'desk', secretAccessKey: 'hush' }, endpoint: undefined, isPathStyle: true, region: 'us-east-1' }
    const site = { url: 'https://news.example/kr', hasReader: false, imageUrl: undefined, language: 'ko', logoUrl: 'x', name: 'x', serverUrl: 'https://cms.example', tagAuthority: 'example.com,2025' }
    const options = { apiClients: false, delivery: true, desk: undefined, isIntrospectionOpen: true, jobs: 'off', mediaDir: 'pictures', redisUrl: '', setupToken: '', site, storage, timeZone: 'Asia/Seoul' } as const
    expect(() => { checkOptions(options) }).not.toThrow()
  })
})
