/** How many nodes the rich text of an article may have, from every source. */
export const MAX_NODES = 50_000

/** How many characters its words may have, all together. */
export const MAX_CHARACTERS = 1_000_000
