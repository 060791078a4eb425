import { Button } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { wordsIn } from '../../i18n/admin/wordsIn'
import styles from './forgot.module.css'

/** In place of Payload's form where no mail can be sent: who gives a new password. */
export function ForgotView({ initPageResult: { req } }: AdminViewServerProps) {
  const t = wordsIn(req.i18n.language)
  const { admin: adminRoute } = req.payload.config.routes
  return (
    <div className={styles.forgot}>
      <h1>{t('forgot:title')}</h1>
      <p>{t('forgot:ask')}</p>
      <p>
        {t('forgot:command')} <code dir="ltr">npm run password -- you@example.com</code>
      </p>
      <Button buttonStyle="secondary" el="link" size="large" to={formatAdminURL({ adminRoute, path: '/login' })}>
        {t('forgot:back')}
      </Button>
    </div>
  )
}
