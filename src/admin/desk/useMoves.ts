'use client'
import { useState } from 'react'
import type { DeskCard } from '../../desk/types'
import type { NextStep } from '../../articles/stages'
import { takeStep } from './takeStep'

/** What happens to one card at the moment. */
type Move = { id: string; faults: readonly string[]; asking?: NextStep['to']; isMoving?: boolean }

type Wanted = { card: DeskCard; step: NextStep; note?: string | undefined }

export type Moves = {
  /** Of the card that was touched last. */
  move: Move | undefined
  /** The last card that went through, and where it went. */
  done: Wanted | undefined
  take: (wanted: Wanted) => Promise<void>
  cancel: () => void
}

/** Moves cards: asks for a note where one is needed, and keeps what the server says against it on the card; `articles` is where the API has them. */
export function useMoves({ articles, otherwise, refresh }: { articles: string; otherwise: string; refresh: () => Promise<void> }): Moves {
  const [move, setMove] = useState<Move>()
  const [done, setDone] = useState<Wanted>()
  const take = async (wanted: Wanted) => {
    const { card, note, step } = wanted
    if (step.needsNote && !note?.trim()) {
      setMove({ id: card.id, faults: [], asking: step.to })
      return
    }
    const asking = note === undefined ? {} : { asking: step.to }
    setMove({ id: card.id, faults: [], isMoving: true, ...asking })
    const taken = await takeStep(`${articles}/${card.id}`, step.to, note).catch(() => ({ done: false as const, faults: [] }))
    await refresh()
    setMove(taken.done ? undefined : { id: card.id, faults: taken.faults.length > 0 ? taken.faults : [otherwise], ...asking })
    if (taken.done) setDone(wanted)
  }
  return { move, done, take, cancel: () => setMove(undefined) }
}
