/** What is merged: a tag or an author. */
export type Term = { name: string; aliases?: readonly string[] | null; sameAs?: readonly string[] | null }

/** What the one that stays takes over from the one that goes: its name and spellings, so that copy still finds it. */
export function takenOver(stays: Term, goes: Term): { aliases: string[]; sameAs: string[] } {
  const aliases = [...(stays.aliases ?? []), goes.name, ...(goes.aliases ?? [])]
  return {
    aliases: unique(aliases).filter((alias) => alias !== stays.name),
    sameAs: unique([...(stays.sameAs ?? []), ...(goes.sameAs ?? [])]),
  }
}

/** References with one id in place of another, each once, in their order. */
export function movedTags(tags: readonly string[], from: string, into: string): string[] {
  return unique(tags.map((tag) => (tag === from ? into : tag)))
}

/** Bylines with one author in place of another; nobody signs twice for the same work. */
export function movedBylines<Byline extends { author: string; role?: unknown }>(bylines: readonly Byline[], from: string, into: string): Byline[] {
  const moved = bylines.map((byline) => (byline.author === from ? { ...byline, author: into } : byline))
  const firstOf = ({ author, role }: Byline) => moved.findIndex((each) => each.author === author && each.role === role)
  return moved.filter((byline, index) => byline.author !== into || firstOf(byline) === index)
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
