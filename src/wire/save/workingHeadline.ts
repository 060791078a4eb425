import { plainText } from '../../formats/plainText'
import type { WireItem } from '../item'

/** Longer sentences are cut at a word. */
const MAX_LENGTH = 120

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** What a story without a headline is called until an editor writes one: its first sentence. */
export function workingHeadline({ body, standfirst }: Pick<WireItem, 'body' | 'standfirst'>): string {
  const text = (standfirst ?? plainText(body)).trim()
  const [first] = sentences.segment(text)
  const sentence = (first?.segment ?? '').trim().replace(/\s+/g, ' ')
  if (sentence.length <= MAX_LENGTH) return sentence
  const cut = sentence.slice(0, MAX_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2))}…`
}
