'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { pictureText } from '../../ingest/pictureText'

/** Shows nothing: fills empty fields with what a file says of itself, as soon as it is chosen, so that they can be checked. */
export function PictureText(): null {
  const file = useFormFields(([fields]) => fields.file?.value)
  const { dispatchFields, getField, setModified } = useForm()

  useEffect(() => {
    if (!(file instanceof Blob)) return
    let isWanted = true
    const fill = async () => {
      const said = pictureText(await file.arrayBuffer())
      if (!isWanted) return
      for (const [path, value] of Object.entries(said)) {
        if (!value || getField(path)?.value) continue
        dispatchFields({ type: 'UPDATE', path, value, valid: true })
        setModified(true)
      }
    }
    void fill()
    return () => {
      isWanted = false
    }
  }, [dispatchFields, file, getField, setModified])

  return null
}
