'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'

/** A date without a time: the day is the same wherever the browser is, and has its year. */
export function CalendarDate({ field, path, readOnly }: DateFieldClientProps) {
  const { disabled, setValue, showError, value } = useField<string | null>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className="field-type date-time-field" style={{ width: field.admin?.width ?? '100%' }}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          className="calendar-date"
          disabled={Boolean(readOnly) || disabled}
          id={id}
          onChange={({ target }) => setValue(target.value === '' ? null : `${target.value}T00:00:00.000Z`)}
          type="date"
          value={value?.slice(0, 10) ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
