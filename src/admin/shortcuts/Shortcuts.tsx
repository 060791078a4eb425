'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../i18n/admin/useWords'
import { SHORTCUTS } from './list'
import styles from './shortcuts.module.css'
import { isTyping } from './typing'

/** What can be done by keys: a button, or the question mark, shows it. */
export function Shortcuts() {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [isMac, setIsMac] = useState(false)
  const show = () => {
    setIsMac(/mac|iphone|ipad/i.test(navigator.userAgent))
    if (dialog.current?.open === false) dialog.current.showModal()
  }
  useEffect(() => {
    const leaving = new AbortController()
    const listen = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) show()
    }
    document.addEventListener('keydown', listen, { signal: leaving.signal })
    return () => leaving.abort()
  }, [])
  return (
    <>
      <Button buttonStyle="transparent" extraButtonProps={{ 'aria-haspopup': 'dialog' }} margin={false} onClick={show} size="small" type="button">
        {t('shortcuts:title')}
      </Button>
      <dialog aria-labelledby={titleId} className={styles.dialog} ref={dialog}>
        <h2 id={titleId}>{t('shortcuts:title')}</h2>
        {SHORTCUTS.map(({ place, shortcuts }) => (
          <section key={place}>
            <h3>{t(place)}</h3>
            <dl>
              {shortcuts.map(({ does, keys }) => (
                <div key={does}>
                  <dt dir="ltr">
                    {keys.map((key) => (
                      <kbd key={key}>{key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()} size="medium" type="button">
          {t('shortcuts:close')}
        </Button>
      </dialog>
    </>
  )
}
