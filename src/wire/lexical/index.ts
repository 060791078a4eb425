export { plainToLexical } from './plain'
export type { LexicalDocument } from './types'
