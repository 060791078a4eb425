import type { Field } from 'payload'
import { dateline, pictures, seo, story } from './content'
import { corrections } from './corrections'
import { log } from './log'
import { share } from './share'
import { side } from './side'
import { source } from './source'

/** What an article is made of: the text in tabs, what the desk needs to know at the side. */
export function articleFields(): Field[] {
  return [{ type: 'tabs', tabs: [story(), pictures(), dateline, corrections, log, share, seo(), source] }, ...side()]
}
