/**
 * A name as it is compared with others: without case, accents and the width of its blanks. Unlike a slug it keeps the rest:
 * C++ is not C#.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()
}
