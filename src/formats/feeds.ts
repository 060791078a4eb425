export { toAtom } from './atom'
export type { FeedDescription } from './feedItem'
export { toJsonFeed } from './jsonFeed'

export { toRss } from './rss'
