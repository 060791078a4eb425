/** `dateline`: the plugin that makes a Payload project a newsroom, and its options. */
export { newsroom } from '../plugin/newsroom'
export { OptionsError } from '../plugin/check'
export type { CollectionOptions, NewsroomOptions, SiteOptions, StorageOptions } from '../options/options'
