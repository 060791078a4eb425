import type { ArticleSidecar } from '../article'

/** What the copy of lavrov-north-korea.txt does not say: its headline slot holds only a dash. */
export const lavrovNorthKorea: ArticleSidecar = {
  file: 'lavrov-north-korea.txt',
  headline: 'Lavrov arrives in North Korea as Moscow and Pyongyang draw closer',
  slug: 'lavrov-north-korea',
  tags: ['north-korea', 'russia', 'pyongyang', 'sergei-lavrov', 'kim-jong-un', 'vladimir-putin', 'arms-transfers', 'diplomacy'],
  language: 'en',
}
