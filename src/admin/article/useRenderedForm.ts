'use client'
import { useDocumentInfo, useServerFunctions } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useSlugs } from '../useSlugs'

/**
 * Asks the server for the form of this article as it is with other data: rows, rich text and permissions are rendered there.
 * Undefined when it has none to give.
 */
export function useRenderedForm(): (data: Record<string, unknown>) => Promise<FormState | undefined> {
  const { collectionSlug, docPermissions, getDocPreferences, id } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const slugs = useSlugs()
  return async (data) => {
    const { state } = await getFormState({
      collectionSlug: collectionSlug ?? slugs.articles,
      data,
      docPermissions: docPermissions ?? { fields: true },
      docPreferences: await getDocPreferences(),
      operation: 'update',
      renderAllFields: true,
      schemaPath: slugs.articles,
      skipValidation: true,
      ...(id === undefined ? {} : { id }),
    })
    return state
  }
}
