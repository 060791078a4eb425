import { plainText } from '../../articles/plainText'
import type { WireItem } from '../item'

/** Longer sentences are cut at a word. */
const MAX_LENGTH = 120

/** Of a sentence that is longer, no more is looked at. */
const LONGEST_SENTENCE = 1_000

/** What a story without a headline is called until an editor writes one: its first sentence, as its language ends them. */
export function workingHeadline({ body, language, standfirst }: Pick<WireItem, 'body' | 'language' | 'standfirst'>): string {
  const text = (standfirst ?? plainText(body)).trim().slice(0, LONGEST_SENTENCE)
  // Never by the machine's own language: what is stored would be another headline elsewhere.
  const sentences = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' })
  const [first] = sentences.segment(text)
  const sentence = (first?.segment ?? '').trim().replace(/\s+/g, ' ')
  if (sentence.length <= MAX_LENGTH) return sentence
  const cut = sentence.slice(0, MAX_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2))}…`
}
