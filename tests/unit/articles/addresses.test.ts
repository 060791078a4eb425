import { describe, expect, it } from 'vitest'
import { addressOf, askedPath, neighbourFault, redirectFault, slugOf, unaskedFault, wasPublic } from '../../../src/articles/addresses'

describe('the address of an article', () => {
  it('is read back as its slug, and other paths are not', () => {
    expect(slugOf(addressOf('평양-회담'))).toBe('평양-회담')
    expect(['/articles/', '/articles/a/b', '/sections/a', 'articles/a'].map(slugOf)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('whether readers have seen an article', () => {
  const article = { _status: 'published', pubStatus: 'usable', publishedAt: '2026-05-01T00:00:00Z', updatedAt: '2026-05-02T00:00:00Z' }
  const now = new Date('2026-05-03T00:00:00Z')

  it.each([
    [true, 'one that is public', {}],
    [true, 'one that was unpublished since', { _status: 'draft' }],
    [true, 'one that was withdrawn since', { pubStatus: 'canceled' }],
    [true, 'one whose embargo has passed since', { embargoUntil: '2026-05-02T12:00:00Z' }],
    [false, 'one under embargo', { embargoUntil: '2026-05-04T00:00:00Z' }],
    [false, 'one that was withdrawn under embargo', { pubStatus: 'canceled', embargoUntil: '2026-05-02T12:00:00Z' }],
    [false, 'one that was unpublished before its date', { _status: 'draft', publishedAt: '2026-05-02T12:00:00Z' }],
  ])('is %s of %s', (expected, _what, change) => {
    expect(wasPublic({ ...article, ...change }, now)).toBe(expected)
  })
})

describe('a redirect', () => {
  it.each([
    { from: '/2009/old.html', url: '/articles/new' },
    { from: '/old', url: 'https://elsewhere.example/page?x=1' },
    { from: '/old', url: '/' },
    { from: '/articles/평양', url: undefined },
  ])('leads from $from to $url', (redirect) => {
    expect(redirectFault(redirect)).toBeUndefined()
  })

  it.each([
    { from: 'old', url: '/new', fault: /^Write the path that readers ask for/ },
    { from: '/old?x=1', url: '/new', fault: /^Write the path that readers ask for/ },
    { from: undefined, url: '/new', fault: /^Write the path that readers ask for/ },
    { from: '/old', url: '/old', fault: /cannot lead to itself/ },
    { from: '/old', url: '//elsewhere.example', fault: /^Write where it leads/ },
    { from: '/old', url: 'javascript:alert(1)', fault: /^Write where it leads/ },
    { from: '/old', url: 'new', fault: /^Write where it leads/ },
  ])('does not lead from $from to $url', ({ fault, ...redirect }) => {
    expect(redirectFault(redirect)).toMatch(fault)
  })

  it.each([
    ['/2009/old/', '/2009/old'],
    ['/2009/old//', '/2009/old'],
    ['/caf%C3%A9', '/café'],
    ['/100%', '/100%'],
    ['/', '/'],
  ])('from %s is met at %s', (path, asked) => {
    expect(askedPath(path)).toBe(asked)
  })

  it.each(['/api', '/api/articles', '/admin', '/admin/login', '/_next/x', '/feeds/rss.xml', '/sitemap.xml', '/robots.txt', '/', '/a//b'])('from %s is met by nobody', (path) => {
    expect(unaskedFault(path, ['/api', '/admin'])).toBeDefined()
  })

  it('is met by nobody where a project has its API and admin UI, and only there', () => {
    const routes = ['/cms/api/', '/back', '/']
    expect(['/cms/api', '/cms/api/x', '/back', '/back/y'].map((path) => unaskedFault(path, routes))).not.toContain(undefined)
    expect(['/api/x', '/admin', '/cms', '/backs', '/other'].map((path) => unaskedFault(path, routes))).toEqual(Array(5).fill(undefined))
  })

  it.each(['/apis', '/administration/x', '/feeds', '/feed/rss', '/share', '/old/sitemap.xml'])('from %s is met', (path) => {
    expect(unaskedFault(path, ['/api', '/admin'])).toBeUndefined()
  })

  it('stands alone: nothing at its beginning, nothing further at its end', () => {
    const alone = { goesOn: false, hasArticle: false, hasPage: false, isLedTo: false }
    expect(neighbourFault(alone)).toBeUndefined()
    expect(neighbourFault({ ...alone, goesOn: true })).toMatch(/is redirected itself/)
    expect(neighbourFault({ ...alone, hasArticle: true })).toMatch(/There is an article/)
    expect(neighbourFault({ ...alone, hasPage: true })).toMatch(/There is a page/)
    expect(neighbourFault({ ...alone, isLedTo: true })).toMatch(/Another redirect leads here/)
  })
})
