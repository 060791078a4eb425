/**
 * `dateline/types`: the newsroom's documents, as its APIs give them. Types of your project, with what you changed and added,
 * come from `payload generate:types`.
 */
export type { ApiClient, Article, ArticleEvent, Author, Import, ImportItem, Media, Redirect, Section, ShareLink, Tag, User } from '../payload-types'
