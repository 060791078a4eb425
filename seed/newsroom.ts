import type { Author, Section, Tag } from '../src/payload-types'

/**
 * The newsroom that ships. Media Topic ids are those of the IPTC vocabulary, https://cv.iptc.org/newscodes/mediatopic/;
 * `sameAs` points to Wikipedia.
 */

type Seeded<T> = Omit<T, 'createdAt' | 'id' | 'updatedAt'>

/** In the order of the menus. The wire writes "Politic" for Politics. */
export const sections: Seeded<Section>[] = [
  section('Politics', 'medtop:11000000', 'Governments, elections and diplomacy.', ['Politic', 'Political']),
  section('World', 'medtop:20000638', 'Relations between countries.', ['International', 'Foreign']),
  section('Conflict', 'medtop:16000000', 'War, unrest and the making of peace.', ['War', 'Conflict, war and peace']),
  section('Economy', 'medtop:04000000', 'Business, money and work.', ['Business', 'Finance']),
  section('Society', 'medtop:14000000', 'How people live together.', ['Community']),
  section('Science', 'medtop:13000000', 'Science and technology.', ['Technology', 'Tech']),
  section('Environment', 'medtop:06000000', 'Climate, nature and what we do to them.', ['Climate']),
  section('Health', 'medtop:07000000', 'Medicine and public health.', ['Medicine']),
  section('Culture', 'medtop:01000000', 'Arts, media and entertainment.', ['Arts', 'Entertainment']),
  section('Sport', 'medtop:15000000', 'Matches, athletes and their bodies.', ['Sports']),
].map((each, index) => ({ ...each, order: (index + 1) * 10 }))

export const authors: Seeded<Author>[] = [
  { name: 'CJ journalist', slug: 'cj-journalist', role: 'journalist', jobTitle: 'Journalist' },
  { name: 'HUXIANA', slug: 'huxiana', role: 'editor', jobTitle: 'Editor' },
]

export const tags: Seeded<Tag>[] = [
  { name: 'North Korea', slug: 'north-korea', kind: 'place', aliases: ['DPRK'], sameAs: wikipedia('North_Korea') },
  { name: 'Russia', slug: 'russia', kind: 'place', aliases: ['Russian Federation'], sameAs: wikipedia('Russia') },
  { name: 'Pyongyang', slug: 'pyongyang', kind: 'place', sameAs: wikipedia('Pyongyang') },
  { name: 'Sergei Lavrov', slug: 'sergei-lavrov', kind: 'person', aliases: ['Sergey Lavrov'], sameAs: wikipedia('Sergey_Lavrov') },
  { name: 'Kim Jong-Un', slug: 'kim-jong-un', kind: 'person', aliases: ['Kim Jong Un'], sameAs: wikipedia('Kim_Jong_Un') },
  { name: 'Vladimir Putin', slug: 'vladimir-putin', kind: 'person', sameAs: wikipedia('Vladimir_Putin') },
  { name: 'Arms transfers', slug: 'arms-transfers', kind: 'subject', aliases: ['Arms shipments', 'Arms exports'] },
  { name: 'Diplomacy', slug: 'diplomacy', kind: 'subject', mediaTopic: 'medtop:20000639' },
]

function section(name: string, mediaTopic: string, description: string, aliases: string[]): Seeded<Section> {
  return { name, slug: name.toLowerCase(), mediaTopic, description, aliases }
}

function wikipedia(page: string): string[] {
  return [`https://en.wikipedia.org/wiki/${page}`]
}
