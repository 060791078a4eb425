import { withoutStop } from '../../text/ends'
import { PICTURES } from './pictureEnd'
import type { PictureKind } from './pictureEnd'

/** Characters of a name without its extension; sizes add theirs. */
const MAX_LENGTH = 100

/** What Windows takes for a device, whatever follows the first dot; Payload leaves nothing of such a name. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * What a picture is kept as: the name it came with, without folders, what cannot be seen and what shells and file systems
 * take for more than a letter, and with the extension of what it is.
 */
export function pictureName(given: string, kind: PictureKind): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const dot = base.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot + 1).toLowerCase()] : [base, '']
  const clean = stem
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N} _.,()+@'-]/gu, '-')
    .replace(/^[\s.-]+/, '')
  const name = cut(withoutStop(clean)) || 'picture'
  const known: readonly string[] = PICTURES[kind].extensions
  return `${RESERVED.test(name) ? `picture-${name}` : name}.${known.includes(extension) ? extension : (known[0] ?? kind)}`
}

/** File systems count bytes (255), people characters. */
function cut(text: string): string {
  let name = [...text].slice(0, MAX_LENGTH).join('')
  while (Buffer.byteLength(name) > 2 * MAX_LENGTH) name = [...name].slice(0, -1).join('')
  return name.trimEnd()
}
