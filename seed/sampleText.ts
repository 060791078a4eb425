/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A made-up story: obviously about nobody, yet with the lengths and rhythm of a real one. */
export type SampleStory = { headline: string; standfirst: string; place: string; paragraphs: string[] }

const PLACES = ['Seoul', 'Geneva', 'Nairobi', 'Lisbon', 'Lima', 'Jakarta', 'Oslo', 'Cairo', 'Toronto', 'Almaty', 'Hanoi', 'Quito']
const WHO = ['Ministers', 'Negotiators', 'Farmers', 'Researchers', 'The harbour authority', 'Teachers', 'The central bank', 'Doctors', 'Rail workers', 'Election officials', 'Engineers', 'Museum directors']
const DID = ['agree on', 'put off', 'question', 'publish', 'vote on', 'reject', 'welcome', 'debate', 'defend', 'revise']
const WHAT = ['a plan for clean water', 'next year’s budget', 'the new timetable', 'a study of river floods', 'the trade agreement', 'rules for heavy lorries', 'a rise in fuel duty', 'the hospital reform', 'a treaty on fishing', 'the school calendar', 'a ceasefire line', 'the housing programme']
const WHEN = ['after a night of talks', 'ahead of the summit', 'for the third time this year', 'in spite of protests', 'as prices climb', 'under a new law', 'before the summer recess', 'with a narrow majority']
const SAID = ['a spokeswoman said', 'according to the minutes', 'two people who took part said', 'the ministry announced', 'the report says']
const LINKS = ['Last week', 'At the same time', 'In the morning', 'Since January', 'Even so', 'By contrast', 'On Tuesday', 'For now']

/** The nth made-up story. */
export function sampleStory(random: () => number): SampleStory {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const picked = list[Math.floor(random() * list.length)]
    if (picked === undefined) throw new RangeError('There is nothing to pick from.')
    return picked
  }
  const sentence = () => {
    const figure = 2 + Math.floor(random() * 900)
    const subject = pick(WHO)
    return pick([
      `${subject} ${pick(DID)} ${pick(WHAT)} ${pick(WHEN)}, ${pick(SAID)}.`,
      `${pick(LINKS)}, ${figure} people from ${pick(PLACES)} signed a letter about ${pick(WHAT)}.`,
      `${pick(LINKS)} the cost of ${pick(WHAT)} was put at ${figure} million, ${pick(SAID)}.`,
      `"We will not rush ${pick(WHAT)}," one of them said in ${pick(PLACES)}, "${pick(WHEN)} or not."`,
    ])
  }
  const place = pick(PLACES)
  const paragraphs = Array.from({ length: 8 + Math.floor(random() * 13) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, sentence).join(' '),
  )
  return {
    headline: `${pick(WHO)} in ${place} ${pick(DID)} ${pick(WHAT)} ${pick(WHEN)}`,
    standfirst: `${sentence()} ${sentence()}`,
    place,
    paragraphs,
  }
}
