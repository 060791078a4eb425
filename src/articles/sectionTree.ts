/** A section as far as its place is concerned. */
export type Placed = { id: string; parent: string | null; order: number }

/** Where a section is to stand: in which one, and before which of those in it; at their end without one. */
export type Place = { parent: string | null; before: string | null }

/** A section in the tree, with its depth. */
export type Branch<Section extends Placed> = Section & { depth: number }

/** Between two sections there is room for others to be put in by number. */
const STEP = 10

/** Sections as a tree is read: each followed by those in it. One whose parent is gone, or is itself, is at the top. */
export function treeOf<Section extends Placed>(sections: readonly Section[]): Branch<Section>[] {
  const sorted = [...sections].sort((a, b) => a.order - b.order)
  const known = new Set(sections.map(({ id }) => id))
  const seen = new Set<string>()
  const branch = (section: Section, depth: number): Branch<Section>[] => {
    if (seen.has(section.id)) return []
    seen.add(section.id)
    return [{ ...section, depth }, ...sorted.filter(({ parent }) => parent === section.id).flatMap((child) => branch(child, depth + 1))]
  }
  const tops = sorted.filter(({ parent }) => parent === null || !known.has(parent)).flatMap((section) => branch(section, 0))
  return [...tops, ...sorted.flatMap((section) => branch(section, 0))]
}

/** Whether a section is another one or is in it, however deep. */
export function isWithin(sections: readonly Placed[], id: string | null, other: string): boolean {
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at); at = sections.find((section) => section.id === at)?.parent ?? null) {
    if (at === other) return true
    seen.add(at)
  }
  return false
}

/**
 * What changes when a section is put in a place: the parent of that one, and the order of whatever it passes. Sections
 * are numbered as the tree is read, so that a plain list of them is in its order.
 */
export function movedTo(sections: readonly Placed[], id: string, { before, parent }: Place): { changes: Placed[] } | { fault: string } {
  const section = sections.find((each) => each.id === id)
  const target = before === null ? undefined : sections.find((each) => each.id === before)
  if (!section) return { fault: 'This section is not there any more: reload the page.' }
  if (parent !== null && !sections.some((each) => each.id === parent)) return { fault: 'The section to put it in is not there any more: reload the page.' }
  if (isWithin(sections, parent, id)) return { fault: 'A section cannot stand in itself, nor in one that stands in it.' }
  if (before !== null && target?.parent !== parent) return { fault: 'The section to put it before has moved: reload the page.' }
  const others = treeOf(sections.filter((each) => each.id !== id))
  const siblings = others.filter((each) => each.parent === parent)
  const index = target ? siblings.findIndex((each) => each.id === before) : siblings.length
  const ranked = [...siblings.slice(0, index), { ...section, parent }, ...siblings.slice(index)].map((each, rank) => ({ ...each, order: rank }))
  const rest = others.filter((each) => each.parent !== parent)
  const numbered = treeOf([...ranked, ...rest]).map((each, rank) => ({ id: each.id, parent: each.parent, order: (rank + 1) * STEP }))
  const stored = new Map(sections.map((each) => [each.id, each]))
  return { changes: numbered.filter((each) => stored.get(each.id)?.order !== each.order || stored.get(each.id)?.parent !== each.parent) }
}

/** The steps by which a section goes up, down, into the one above it, or out of the one it is in; only those there are. */
export type Steps = { up?: Place; down?: Place; in?: Place; out?: Place }

export function stepsOf(sections: readonly Placed[], id: string): Steps {
  const tree = treeOf(sections)
  const section = tree.find((each) => each.id === id)
  if (!section) return {}
  const { depth, parent } = section
  const siblings = tree.filter((each) => each.parent === parent && each.depth === depth)
  const at = siblings.findIndex((each) => each.id === id)
  const [above, below] = [siblings[at - 1], siblings[at + 1]]
  const outer = depth > 0 ? tree.find((each) => each.id === parent) : undefined
  const after = outer && tree.filter((each) => each.parent === outer.parent && each.depth === outer.depth)
  const next = outer && after ? after[after.findIndex((each) => each.id === outer.id) + 1] : undefined
  return {
    ...(above ? { up: { parent, before: above.id }, in: { parent: above.id, before: null } } : {}),
    ...(below ? { down: { parent, before: siblings[at + 2]?.id ?? null } } : {}),
    ...(outer ? { out: { parent: outer.parent, before: next?.id ?? null } } : {}),
  }
}
