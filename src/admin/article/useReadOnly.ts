'use client'
import { useAllFormFields, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ArticleStanding } from '../../desk/standing'
import { useRenderedForm } from './useRenderedForm'

/**
 * Keeps the form read-only exactly while saves would be refused: asks for the permissions again when the server says that they
 * changed, and renders again what the server rendered with the old ones, such as the rich text.
 */
export function useReadOnly(standing: ArticleStanding | undefined): void {
  const { data, getDocPermissions, hasSavePermission } = useDocumentInfo()
  const render = useRenderedForm()
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
    const state = await render({ ...data })
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
