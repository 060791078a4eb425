'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { DragEvent } from 'react'
import { stepsOf, treeOf } from '../../articles/sectionTree'
import type { Place, Placed } from '../../articles/sectionTree'
import { faultsOf } from '../faultsOf'
import { useWords } from '../../i18n/admin/useWords'
import { useSlugs } from '../useSlugs'
import styles from './sectionTree.module.css'

type Section = Placed & { name: string }

/** What the buttons look like; screen readers get words. */
const STEPS = [
  ['up', '↑'],
  ['down', '↓'],
  ['in', '→'],
  ['out', '←'],
] as const

/**
 * The sections as readers have them, to be put in order: by dragging one onto the upper edge of another, before which it
 * then stands, or into its middle; or step by step with its buttons.
 */
export function SectionTree({ sections }: { sections: readonly Section[] }) {
  const { t } = useWords()
  const { config } = useConfig()
  const slugs = useSlugs()
  const router = useRouter()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<{ id: string; isBefore: boolean }>()
  const [said, setSaid] = useState('')
  const { admin: adminRoute, api: apiRoute } = config.routes

  const move = async (id: string, place: Place) => {
    const response = await fetch(`${apiRoute}/${slugs.sections}/${id}/move`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(place),
    }).catch(() => undefined)
    if (!response) return setSaid(t('desk:unreachable'))
    const name = sections.find((section) => section.id === id)?.name ?? ''
    const faults = response.ok ? [] : faultsOf(await response.json().catch(() => undefined))
    setSaid(response.ok ? t('sections:moved', { name }) : faults.join(' ') || t('desk:refused'))
    router.refresh()
  }

  const grasp = ({ dataTransfer }: DragEvent<HTMLElement>, { id, name }: Section) => {
    // Firefox drags nothing that carries nothing.
    dataTransfer.setData('text/plain', name)
    dataTransfer.effectAllowed = 'move'
    setDragged(id)
  }
  const aim = (event: DragEvent<HTMLElement>, { id }: Section) => {
    if (dragged === undefined || dragged === id) return
    event.preventDefault()
    const { height, top } = event.currentTarget.getBoundingClientRect()
    setOver({ id, isBefore: event.clientY - top < height / 3 })
  }
  const drop = (event: DragEvent<HTMLElement>, target: Section) => {
    event.preventDefault()
    if (dragged !== undefined && over) void move(dragged, over.isBefore ? { parent: target.parent, before: target.id } : { parent: target.id, before: null })
    letGo()
  }
  const letGo = () => {
    setDragged(undefined)
    setOver(undefined)
  }

  return (
    <section aria-label={t('sections:title')} className={styles.tree}>
      <h2>{t('sections:title')}</h2>
      <p>{t('sections:hint')}</p>
      <ol>
        {treeOf(sections).map((section) => {
          const steps = stepsOf(sections, section.id)
          const aimed = over?.id === section.id ? (over.isBefore ? styles.before : styles.inside) : ''
          return (
            <li
              className={aimed}
              draggable
              key={section.id}
              onDragEnd={letGo}
              onDragOver={(event) => aim(event, section)}
              onDragStart={(event) => grasp(event, section)}
              onDrop={(event) => drop(event, section)}
              style={{ marginInlineStart: `${section.depth * 2}rem` }}
            >
              <Link draggable={false} href={formatAdminURL({ adminRoute, path: `/collections/${slugs.sections}/${section.id}` })} prefetch={false}>
                {section.name}
              </Link>
              <span className={styles.steps}>
                {STEPS.map(([step, sign]) => {
                  const place = steps[step]
                  // Not disabled: at the last step, people who use the keyboard would lose the focus.
                  return (
                    <button aria-disabled={!place} aria-label={`${t(`sections:${step}`)}: ${section.name}`} key={step} onClick={() => place && void move(section.id, place)} title={t(`sections:${step}`)} type="button">
                      {sign}
                    </button>
                  )
                })}
              </span>
            </li>
          )
        })}
      </ol>
      <p role="status">{said}</p>
    </section>
  )
}
