'use client'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/admin/useWords'
import { repairControls } from './repairs'
import './admin.css'

/** Has every control of the admin UI say what it is, as soon as it is on the page. */
export function NameControls({ children }: { children: ReactNode }) {
  const { t } = useWords()
  useEffect(() => {
    const names = {
      add: t('controls:add'),
      all: t('controls:all'),
      bold: t('shortcuts:bold'),
      choose: t('controls:choose'),
      clear: t('controls:clear'),
      italic: t('shortcuts:italic'),
      link: t('controls:link'),
      more: t('controls:more'),
      move: t('controls:move'),
      row: t('controls:row'),
    }
    let frame = 0
    const repair = () => {
      frame = 0
      repairControls(document, names)
    }
    // Once for all that changes before the page is drawn.
    const watch = new MutationObserver(() => {
      frame ||= requestAnimationFrame(repair)
    })
    repair()
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [t])
  return children
}
