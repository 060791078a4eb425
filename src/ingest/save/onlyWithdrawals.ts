import type { WireItem } from '../item'
import type { ParsedStory } from './importStories'
import { refusal } from './saveStory'

/**
 * What is done of a request whose options its sender may not use: the withdrawals in it, since no option stands in their
 * way. Every other story is refused.
 *
 * @param why what is wrong with the request, as each refused story is told
 * @returns undefined for a request without a withdrawal, which is refused as a whole
 */
export async function onlyWithdrawals(parsedStories: AsyncIterable<ParsedStory>, why: string): Promise<ParsedStory[] | undefined> {
  const all: ParsedStory[] = []
  for await (const parsed of parsedStories) {
    all.push('story' in parsed && !isWithdrawal(parsed.story.item) ? { report: refusal(parsed.story, why) } : parsed)
  }
  return all.some((parsed) => 'story' in parsed) ? all : undefined
}

function isWithdrawal({ pubStatus, takesBack }: WireItem): boolean {
  return pubStatus === 'canceled' || takesBack === 'withdraws'
}
