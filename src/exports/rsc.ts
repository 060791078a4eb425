/**
 * `dateline/rsc`: what the admin UI runs on the server. `NewsroomPage` and `handleServerFunctions` stand in for Payload's
 * `RootPage` and `handleServerFunctions` (docs/install.md); import maps name the rest.
 */
export { NewsroomPage } from '../routes/NewsroomPage'
export { handleServerFunctions } from '../routes/serverFunctions'
export { DeskView } from '../admin/desk/DeskView'
export { ForgotView } from '../admin/forgot/ForgotView'
export { ArticleViews } from '../admin/lists/ArticleViews'
export { TermViews } from '../admin/lists/TermViews'
export { LogValueCell } from '../admin/log/LogValueCell'
export { Usage } from '../admin/media/Usage'
export { NewArticleView } from '../admin/newArticle/NewArticleView'
export { PersonCell } from '../admin/people/PersonCell'
export { PersonField } from '../admin/people/PersonField'
export { Sections } from '../admin/taxonomy/Sections'
export { VisibilityCell } from '../admin/visibility/VisibilityCell'
