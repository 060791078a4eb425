/**
 * `dateline/routes`: what the route files of a Next app export, given its Payload config. docs/install.md has every file.
 */
export { feedRoute, searchFileRoute, sitemapRoute } from '../routes/feeds'
export { graphqlRoutes, playgroundRoute } from '../routes/graphql'
export { healthRoute } from '../routes/health'
export { previewRoute, readerRoute, shareRoute } from '../routes/reader'
export { restRoutes } from '../routes/rest'
