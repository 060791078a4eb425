'use client'
import type { ReactNode } from 'react'
import type { Attention } from '../../desk/types'
import { timeAgo } from '../timeAgo'
import { useWords } from '../../i18n/admin/useWords'
import { Entry } from './Entry'
import { WaitingKill } from './WaitingKill'
import styles from './desk.module.css'

type AttentionProps = { at: string; attention: Attention; hrefOf: (id: string) => string; onDismiss: (id: string, note: string) => Promise<readonly string[]> }

/** What an editor should look at without being asked to. */
export function AttentionPanel({ at, attention: { embargoes, headlines, jobs, kills }, hrefOf, onDismiss }: AttentionProps) {
  const { language, t } = useWords()
  const ago = (moment: string) => timeAgo(moment, { at, language, now: t('desk:now') })
  const count = embargoes.length + headlines.length + jobs.length + kills.length
  return (
    <aside aria-labelledby="needs-attention" className={styles.attention}>
      <h2 className={styles.title} id="needs-attention">
        {t('desk:attention')}
        <span className={styles.count}>{count}</span>
      </h2>
      {count === 0 && <p className={styles.empty}>{t('desk:allWell')}</p>}
      <Group title={t('desk:waitingKills')}>
        {kills.map((kill) => (
          <WaitingKill href={hrefOf(kill.id)} key={kill.id} kill={kill} onDismiss={(note) => onDismiss(kill.id, note)} time={ago(kill.at)} />
        ))}
      </Group>
      <Group title={t('desk:failedJobs')}>
        {jobs.map(({ article, failedAt, id }) => (
          <Entry href={article === null ? undefined : hrefOf(article)} key={id} text={t('desk:failedPublication')} time={ago(failedAt)} />
        ))}
      </Group>
      <Group title={t('desk:endingEmbargoes')}>
        {embargoes.map(({ headline, id, until }) => (
          <Entry href={hrefOf(id)} key={id} text={headline} time={ago(until)} />
        ))}
      </Group>
      <Group title={t('desk:waitingHeadlines')}>
        {headlines.map(({ headline, id, importedAt }) => (
          <Entry href={hrefOf(id)} key={id} text={headline} time={importedAt === null ? '' : ago(importedAt)} />
        ))}
      </Group>
    </aside>
  )
}

function Group({ children, title }: { children: ReactNode[]; title: string }) {
  if (children.length === 0) return null
  return (
    <>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.entries}>{children}</ul>
    </>
  )
}
