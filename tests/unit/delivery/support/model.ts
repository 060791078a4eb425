import type { Model } from '../../../../src/delivery/model'

/** A small newsroom. */
export const model: Model = {
  collections: ['articles', 'authors', 'sections', 'tags', 'media', 'redirects'],
  uploads: ['media'],
  joined: ['articles'],
  relations: new Map(Object.entries({
    articles: ['articles'],
    author: ['authors'],
    heroImage: ['media'],
    parent: ['sections'],
    related: ['articles'],
    section: ['sections'],
    tags: ['tags'],
  })),
}
