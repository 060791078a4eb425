import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../src/export/fileName'
import { slugify } from '../../../src/fields/slugify'

const id = '00000000-0000-4000-8000-000000000000'
const nameOf = (slug: string | null, taken: readonly string[] = []) => fileNameOf({ id, slug }, (name) => taken.includes(name))

describe('the name of an exported file', () => {
  it.each(['peace-talks', 'мир', '平和', 'समाचार', '24'])('is the slug %s', (slug) => {
    expect(nameOf(slug)).toBe(slug)
  })

  it.each([
    ['without a slug', null, `~${id}`],
    ['of a device on Windows', 'con', `con~${id}`],
    ['of another folder', '../up', `-up~${id}`],
    ['in capitals', 'Peace', `peace~${id}`],
    ['longer than file systems take', '界'.repeat(100), `${'界'.repeat(66)}~${id}`],
  ])('%s has the id in it', (_why, slug, name) => {
    expect(nameOf(slug)).toBe(name)
  })

  it('has the id in it when another article of the export had that slug before', () => {
    expect(nameOf('peace', ['peace'])).toBe(`peace~${id}`)
  })

  it('differs from every other, also where case and composition do not count, and fits', () => {
    const word = fc.string({ unit: 'grapheme' })
    const slug = fc.oneof(word, word.map(slugify), word.map((text) => text.toUpperCase()), word.map((text) => text.normalize('NFD')))
    const articles = fc.uniqueArray(fc.record({ id: fc.uuid(), slug }), { selector: (article) => article.id })
    fc.assert(
      fc.property(articles, (all) => {
        const taken = new Set<string>()
        const folded = new Set<string>()
        for (const article of all) {
          const name = fileNameOf(article, (each) => taken.has(each))
          taken.add(name)
          folded.add(name.normalize('NFKC').toUpperCase())
          expect(name).not.toMatch(/[/\\.\0]/)
          expect(Buffer.byteLength(name)).toBeLessThan(245)
        }
        expect(folded.size).toBe(all.length)
      }),
    )
  })
})
