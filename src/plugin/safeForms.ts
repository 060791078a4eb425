import type { CollectionConfig, Plugin } from 'payload'
import { isNewsrooms } from '../options/ofNewsroom'
import { slugs } from '../options/slugs'
import { refuseOutdatedForm } from '../validation/outdatedForm'

/** Lets no form of the newsroom's collections lose what somebody typed. Articles have autosave and revisions of their own. */
export const safeForms: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((each) => (isNewsrooms(each) && each.slug !== slugs.articles ? withSafeForm(each) : each)),
})

/**
 * The collection with a form that stays unsaved when the server refuses to save it, and that is refused when somebody else
 * has saved meanwhile. A login is also saved when somebody signs in with a wrong password: no form is refused for that.
 */
function withSafeForm(collection: CollectionConfig): CollectionConfig {
  const { admin, hooks } = collection
  const edit = admin?.components?.edit
  const beforeDocumentControls = [...(edit?.beforeDocumentControls ?? []), 'dateline/client#StaysUnsaved']
  const beforeChange = [...(collection.slug === slugs.users ? [] : [refuseOutdatedForm]), ...(hooks?.beforeChange ?? [])]
  return { ...collection, admin: { ...admin, components: { ...admin?.components, edit: { ...edit, beforeDocumentControls } } }, hooks: { ...hooks, beforeChange } }
}
