/** `dateline/ingest`: copy in, as pure functions that know no Payload. */
export { parseHouseCopy } from '../ingest/house'
export { htmlToLexical, markdownToLexical, plainToLexical } from '../ingest/lexical'
export { readStories } from '../ingest/save/readStories'
export type { WireItem } from '../ingest/item'
export type { ParsedStory } from '../ingest/save/importStories'
export type { Source } from '../ingest/save/readStories'
