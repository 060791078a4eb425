'use client'
import { Banner } from '@payloadcms/ui'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/admin/useWords'
import type { Unasked } from './sanitizeListQuery'

const UnaskedContext = createContext<Unasked | undefined>(undefined)

/** Tells the list on a page what of its address was not asked for. */
export function UnaskedProvider({ children, unasked }: { children: ReactNode; unasked: Unasked | undefined }) {
  return <UnaskedContext value={unasked}>{children}</UnaskedContext>
}

/** Says above a list what of its address was not asked for. */
export function UnaskedNotice() {
  const { t } = useWords()
  const unasked = useContext(UnaskedContext)
  return <div role="status">{unasked && <Banner type="error">{t(`unasked:${unasked}`)}</Banner>}</div>
}
