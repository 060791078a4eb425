'use client'
import { useAllFormFields, useDocumentInfo, useForm, useServerFunctions } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ArticleStanding } from '../../desk/standing'

/**
 * Keeps the form read-only exactly while saves would be refused: asks for the permissions again when the server says that they
 * changed, and renders again what the server rendered with the old ones, such as the rich text.
 */
export function useReadOnly(standing: ArticleStanding | undefined): void {
  const { collectionSlug, data, docPermissions, getDocPermissions, getDocPreferences, hasSavePermission, id } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const { getFields } = useForm()
  const [, dispatch] = useAllFormFields()
  const isRefused = standing && standing.readOnly !== null
  const ask = useEffectEvent((wanted: boolean | undefined) => {
    if (wanted !== undefined && wanted === hasSavePermission) void getDocPermissions({ ...data })
  })
  useEffect(() => ask(isRefused), [isRefused])

  const drawn = useRef(hasSavePermission)
  const redraw = useEffectEvent(async () => {
    if (drawn.current === hasSavePermission) return
    drawn.current = hasSavePermission
    const { state } = await getFormState({
      collectionSlug: collectionSlug ?? 'articles',
      data: { ...data },
      docPermissions: docPermissions ?? { fields: true },
      docPreferences: await getDocPreferences(),
      operation: 'update',
      renderAllFields: true,
      schemaPath: 'articles',
      skipValidation: true,
      ...(id === undefined ? {} : { id }),
    })
    if (!state) return
    const now = Object.entries(getFields())
    dispatch({ type: 'REPLACE_STATE', state: Object.fromEntries(now.map(([path, field]) => [path, withComponents(field, state[path])])) })
  })
  useEffect(() => void redraw(), [hasSavePermission])
}

/** The same field, with its value, as the server renders it now. */
function withComponents<Field extends { customComponents?: unknown }>(field: Field, drawn: Field | undefined): Field {
  return drawn?.customComponents ? { ...field, customComponents: drawn.customComponents } : field
}
