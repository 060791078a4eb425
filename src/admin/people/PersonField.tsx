import { getTranslation } from '@payloadcms/translations'
import { FieldLabel } from '@payloadcms/ui'
import type { RelationshipFieldServerProps } from 'payload'
import { nameOf } from './nameOf'

/** In a form: who it was, by name. Nobody changes it. */
export async function PersonField({ data, field, i18n, path, payload }: RelationshipFieldServerProps) {
  const name = await nameOf(payload, data[field.name])
  if (name === undefined) return null
  const id = `field-${path}`
  return (
    <div className="field-type text read-only">
      <FieldLabel htmlFor={id} label={field.label ? getTranslation(field.label, i18n) : field.name} path={path} />
      <div className="field-type__wrap">
        <input dir="auto" id={id} readOnly type="text" value={name} />
      </div>
    </div>
  )
}
