export { parseWireDate } from './date'
export { readMarkdown } from './markdown'
export { readNinjs } from './ninjs'
export { readXml } from './readXml'
export { sniffFormat } from './sniff'

