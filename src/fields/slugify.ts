import { withoutEnd } from '../text/ends'

/** Latin letters that do not decompose into a base letter and marks (Unicode NFKD leaves them whole). */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
}

/** Longest slug in characters: room for a suffix, and short enough for every URL and index. */
export const MAX_SLUG_LENGTH = 96

/**
 * A URL segment for a text in any script.
 *
 * Latin letters lose their accents, as Greek ones do; letters, digits and vowel signs of every other script stay as
 * they are (RFC 3987 allows them); everything between words becomes one hyphen.
 *
 * @returns lower case, in NFC, at most {@link MAX_SLUG_LENGTH} characters; empty when the text holds no letter or digit
 */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋə]/gu, (letter) => LATIN[letter] ?? letter)
    .replace(/(\p{L})['’ʼ](?=\p{L})/gu, '$1')
    // Variation selectors are marks that say how the character before them looks: of an emoji they would stay alone.
    .replace(/[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '')
  return shorten(withoutEnd(slug, (character) => character === '-'))
}

function shorten(slug: string): string {
  const characters = Array.from(slug)
  if (characters.length <= MAX_SLUG_LENGTH) return slug
  const cut = characters.slice(0, MAX_SLUG_LENGTH).join('')
  const lastWord = cut.lastIndexOf('-')
  return lastWord > MAX_SLUG_LENGTH / 2 ? cut.slice(0, lastWord) : cut
}

/** What ids look like on either engine: where an article with such a slug is, no other is found by that id. */
const ID = /^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whether a slug has the form of an id. */
export function isIdForm(slug: string): boolean {
  return ID.test(slug)
}

/** The slug that a source gives; nothing, so that one is made, where it has the form of an id. */
export function sourcesSlug(slug = ''): string {
  return isIdForm(slugify(slug)) ? '' : slug
}

/** The nth slug of a kind: `peace`, `peace-2`, `peace-3`. */
export function numberedSlug(base: string, n: number): string {
  return n === 1 ? base : `${base}-${n}`
}

/** Whether a slug is `base` itself or one of its numbered forms. */
export function isNumberedSlugOf(slug: string, base: string): boolean {
  return slug === base || (slug.startsWith(`${base}-`) && /^[1-9]\d*$/.test(slug.slice(base.length + 1)))
}
