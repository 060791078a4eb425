'use client'
import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { useWords } from '../../i18n/admin/useWords'
import styles from './saving.module.css'

/** Signs the same person in again without leaving the page. */
export function SignInAgain({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const { t } = useWords()
  const { config } = useConfig()
  const { fetchFullUser } = useAuth()
  const [password, setPassword] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const signIn = async () => {
    try {
      const response = await fetch(formatAdminURL({ apiRoute: config.routes.api, path: `/${config.admin.user}/login` }), {
        body: JSON.stringify({ email, password }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      setHasFailed(!response.ok)
      if (!response.ok) return
      setPassword('')
      await fetchFullUser()
      onSignedIn()
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <form
      className={styles.signIn}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void signIn()
      }}
    >
      <input aria-label={t('saving:email')} autoComplete="username" readOnly type="email" value={email} />
      <input aria-label={t('saving:password')} autoComplete="current-password" onChange={({ target }) => setPassword(target.value)} placeholder={t('saving:password')} type="password" value={password} />
      <Button buttonStyle="primary" margin={false} size="small" type="submit">
        {t('saving:signIn')}
      </Button>
      {hasFailed && <span role="alert">{t('saving:signInFailed')}</span>}
    </form>
  )
}
