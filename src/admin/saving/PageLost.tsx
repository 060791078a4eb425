'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { useWords } from '../../i18n/admin/useWords'
import styles from './saving.module.css'

/** In place of a page that failed in the browser, as when a part of it could not be loaded: says what happened to what was typed. */
export function PageLost() {
  const { t } = useWords()
  const [isAway, setIsAway] = useState(false)
  const open = async () => {
    // Without an answer the browser would show its own page in place of this one.
    const isThere = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(({ status }) => status < 500, () => false)
    setIsAway(!isThere)
    if (isThere) window.location.reload()
  }
  const openAgain = useEffectEvent(() => void open())
  useEffect(() => {
    const leaving = new AbortController()
    window.addEventListener('online', () => openAgain(), { signal: leaving.signal })
    return () => leaving.abort()
  }, [])
  return (
    <main className={styles.lost} role="alert">
      <h1>{t('saving:lost')}</h1>
      <p>{t('saving:lostWhy')}</p>
      <Button buttonStyle="primary" margin={false} onClick={() => void open()} type="button">
        {t('saving:reload')}
      </Button>
      {isAway && <p>{t('saving:stillAway')}</p>}
    </main>
  )
}
