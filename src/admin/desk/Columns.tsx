'use client'
import { useState } from 'react'
import type { Desk, DeskCard, DeskColumn } from '../../desk/types'
import type { Column } from '../../articles/board'
import type { NextStep } from '../../articles/stages'
import { useWords } from '../../i18n/admin/useWords'
import { Card } from './Card'
import styles from './desk.module.css'
import type { Moves } from './useMoves'

type ColumnsProps = { desk: Desk; hrefOf: (id: string) => string; moves: Moves }

/** The columns of the desk; a card that is dragged shows where it may be dropped. */
export function Columns({ desk, hrefOf, moves }: ColumnsProps) {
  const { t } = useWords()
  const [dragged, setDragged] = useState<DeskCard>()
  const { cancel, move, take } = moves
  return (
    <div className={styles.columns}>
      {desk.columns.filter(isNeeded).map(({ cards, hasMore, name }) => {
        const step = stepInto(name, dragged)
        const title = name === 'published' ? t('desk:publishedToday') : t(`stage:${name}`)
        return (
          <section
            aria-label={title}
            className={styles.column}
            data-column={name}
            data-drop={step !== undefined || undefined}
            key={name}
            onDragOver={(event) => step && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              setDragged(undefined)
              if (dragged && step) void take({ card: dragged, step })
            }}
          >
            <h2 className={styles.title}>
              {title}
              <span className={styles.count}>{hasMore ? `${cards.length}+` : cards.length}</span>
            </h2>
            {cards.length === 0 && <p className={styles.empty}>{t('desk:nothingHere')}</p>}
            <ul className={styles.cards}>
              {cards.map((card) => {
                const own = move?.id === card.id ? move : undefined
                return (
                  <Card
                    asking={own?.asking}
                    at={desk.at}
                    card={card}
                    faults={own?.faults ?? []}
                    href={hrefOf(card.id)}
                    isMoving={own?.isMoving ?? false}
                    key={card.id}
                    onCancel={cancel}
                    onDrag={setDragged}
                    onStep={(moved, chosen, note) => take({ card: moved, step: chosen, note })}
                  />
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Few stories are held back or withdrawn: those columns are there when they hold something. */
function isNeeded({ cards, name }: DeskColumn): boolean {
  return cards.length > 0 || (name !== 'withheld' && name !== 'withdrawn')
}

/** The step that takes a card into a column, where its rules have one. */
function stepInto(column: Column, card: DeskCard | undefined): NextStep | undefined {
  return card?.steps.find(({ to }) => to === column)
}
