import type { Random } from './random'

const WORDS = [
  'the', 'minister', 'said', 'on', 'Friday', 'that', 'talks', 'with', 'Moscow', 'and', 'Pyongyang', 'would', 'go', 'on',
  'officials', 'reported', '"no', 'evidence"', 'of', 'arms', 'shipments', 'in', '2023', 'long-running', 'war', 'Ukraine',
] as const
const ACCENTED = ['“unprecedented”', 'résumé', 'Peña', 'Übergabe', '—', 'Ærø', '平壤', 'naïve'] as const
const DATES = ['18 October 2023', 'October,18,2023', 'Oct. 18, 2023', '2023-10-18', 'October 18, 2023'] as const

/** A house wire copy of about 2 KB: 12 to 16 paragraphs of made-up prose under a whole header. */
export function generateCopy(random: Random): string {
  const words = random.next() < 0.5 ? WORDS : ([...WORDS, ...ACCENTED] as const)
  const sentence = (length: number): string =>
    `${Array.from({ length }, () => random.pick(words)).join(' ')}.`
  const paragraphs = Array.from({ length: 12 + random.below(5) }, () => sentence(16 + random.below(12)))
  return [
    random.pick(['-', '—', 'Lavrov lands in Pyongyang as ties warm']),
    `Published: ${random.pick(DATES)}`,
    sentence(30),
    `EDITED BY| ${random.pick(['HUXIANA', 'HUXIANA and Ann Lee'])}`,
    `${random.pick(['Politic', 'World', 'Middle East'])} section - CJ journalist`,
    `${random.pick(['Pyongyang', 'Port-au-Prince'])} - ${random.pick(['', 'KCNA'])} - ${random.pick(DATES)}`,
    ...paragraphs,
  ].join('\n')
}
