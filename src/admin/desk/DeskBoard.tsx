'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import type { Desk } from '../../desk/types'
import { Shortcuts } from '../shortcuts/Shortcuts'
import { Tour } from '../tour/Tour'
import { useWords } from '../../i18n/admin/useWords'
import { useSlugs } from '../useSlugs'
import { AttentionPanel } from './AttentionPanel'
import { Columns } from './Columns'
import { Filters } from './Filters'
import styles from './desk.module.css'
import { dismissWithdrawal } from './dismissWithdrawal'
import { useDesk } from './useDesk'
import { useMoves } from './useMoves'

/** The desk: where every story is on its way to the reader, and what may be done with it. */
export function DeskBoard({ initial, isEditor }: { initial: Desk; isEditor: boolean }) {
  const { t } = useWords()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { admin: adminRoute, api: apiRoute } = config.routes
  const params = new URLSearchParams(useSearchParams())
  const { desk, isStale, refresh } = useDesk({ initial, query: params.toString(), url: `${apiRoute}/desk` })
  const moves = useMoves({ articles: `${apiRoute}/${slugs.articles}`, otherwise: t('desk:refused'), refresh })
  const hrefOf = (id: string) => formatAdminURL({ adminRoute, path: `/collections/${slugs.articles}/${id}` })
  const show = (changed: URLSearchParams) => window.history.replaceState(null, '', `?${changed.toString()}`)
  const { done } = moves
  const dismiss = async (id: string, note: string) => {
    const faults = await dismissWithdrawal(`${apiRoute}/${slugs.articles}/${id}`, note, t('desk:refused')).catch(() => [t('desk:refused')])
    await refresh()
    return faults
  }
  return (
    <>
      <header className={styles.head}>
        <h1>{t('desk:title')}</h1>
        <Shortcuts />
        <Filters
          apiRoute={apiRoute}
          onChange={(name, value) => {
            if (value === undefined) params.delete(name)
            else params.set(name, value)
            show(params)
          }}
          onClear={() => show(new URLSearchParams())}
          params={params}
        />
        <Button buttonStyle="secondary" el="link" margin={false} size="medium" to={formatAdminURL({ adminRoute, path: `/collections/${slugs.articles}` })}>
          {t('desk:allArticles')}
        </Button>
        <Button el="link" margin={false} size="medium" to={formatAdminURL({ adminRoute, path: `/collections/${slugs.articles}/create` })}>
          {t('desk:newArticle')}
        </Button>
      </header>
      <p className={isStale ? styles.stale : styles.unseen} role="status">
        {isStale ? t('desk:unreachable') : done ? t('desk:moved', { headline: done.card.headline || t('desk:noHeadline'), stage: t(`stage:${done.step.to}`) }) : ''}
      </p>
      <Tour isEditor={isEditor} />
      <div className={styles.desk}>
        <Columns desk={desk} hrefOf={hrefOf} moves={moves} />
        {isEditor && <AttentionPanel at={desk.at} attention={desk.attention} hrefOf={hrefOf} onDismiss={dismiss} />}
      </div>
    </>
  )
}
