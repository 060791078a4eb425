import { CORRECTION_KINDS } from '../item'
import type { WireCorrection, WireImage } from '../item'
import { htmlToText } from '../lexical'
import { childOf, childrenOf, textOf } from './fields'
import type { Field } from './fields'
import type { Reading } from './reading'
import { present } from './values'

const HERO_NAMES = ['hero', 'featured', 'featuremedia', 'featuredimage', 'main', 'mainimage']
/** The note that our own export writes for each correction; several are parted by blank lines. */
const CORRECTION = /^(CORRECTION|CLARIFICATION|UPDATE) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z): /
const NEXT_CORRECTION = /\n\n(?=(?:CORRECTION|CLARIFICATION|UPDATE) \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z: )/

/** Corrections from a note to editors in our own export's wording; any other note is for the desk, and told to it. */
export function readCorrections(reading: Reading): WireCorrection[] | undefined {
  const field = reading.field('edNote', 'ednote')
  const note = textOf(field)
  if (note === undefined) return undefined
  const corrections = note.split(NEXT_CORRECTION).map((part) => {
    const match = CORRECTION.exec(part)
    const kind = CORRECTION_KINDS.find((each) => each === match?.[1]?.toLowerCase())
    return match?.[2] === undefined || kind === undefined ? undefined : { kind, correctedAt: match[2], text: part.slice(match[0].length) }
  })
  if (corrections.every((each) => each !== undefined)) {
    reading.claims.take(field, 'corrections')
    return corrections
  }
  reading.claims.leaveOut(field, 'it is a note to editors, and stands in the notes')
  reading.notes.push(`The source's note to editors: ${note.slice(0, 500)}`)
  return undefined
}

/** The association named as the main picture, else the first picture; 1.x keeps them under names, 2.x and 3.x in a list. */
export function readHero(reading: Reading): WireImage | undefined {
  const field = reading.field('associations')
  const associations = field ? childrenOf(field) : []
  const pictures = associations.filter((each) => ['picture', 'graphic', undefined].includes(textOf(childOf(each, 'type'))) && hrefOf(each))
  const hero = pictures.find((each) => namesOf(each).some((name) => HERO_NAMES.includes(name))) ?? pictures[0]
  for (const each of associations) {
    if (each === hero) reading.claims.take(each, 'heroImage')
    else reading.claims.leaveOut(each, pictures.includes(each) ? 'only the main picture has a place' : 'it is no picture')
  }
  const url = hero && hrefOf(hero)
  if (!hero || url === undefined) return undefined
  return present<WireImage>({
    url,
    alt: describedAs(hero, 'alt') ?? textOf(childOf(hero, 'body_text')),
    caption: describedAs(hero, 'caption') ?? captionOf(hero),
    credit: textOf(childOf(hero, 'by')) ?? textOf(childOf(hero, 'byline')) ?? textOf(childOf(hero, 'copyrightholder')),
  })
}

function namesOf(field: Field): string[] {
  const key = /\.([^.]+)$/.exec(field.path)?.[1] ?? ''
  return [key, textOf(childOf(field, 'rel')) ?? '', textOf(childOf(field, 'name')) ?? ''].map((name) => name.toLowerCase())
}

function hrefOf(field: Field): string | undefined {
  const renditions = childOf(field, 'renditions')
  const all = renditions ? childrenOf(renditions) : []
  const original = all.find((each) => each.path.endsWith('.original') || textOf(childOf(each, 'name')) === 'original') ?? all[0]
  const href = textOf(original && childOf(original, 'href'))
  return href !== undefined && /^https?:\/\//i.test(href) && URL.canParse(href) ? href : undefined
}

function describedAs(field: Field, role: string): string | undefined {
  const descriptions = childOf(field, 'descriptions')
  const found = descriptions && childrenOf(descriptions).find((each) => textOf(childOf(each, 'role')) === role)
  return textOf(found && childOf(found, 'value'))
}

function captionOf(field: Field): string | undefined {
  const html = textOf(childOf(field, 'description_html'))
  return textOf(childOf(field, 'description_text')) ?? (html === undefined ? undefined : htmlToText(html))
}
