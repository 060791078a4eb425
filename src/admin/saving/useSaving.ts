'use client'
import { useAllFormFields, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { forgetTyped, onTyped } from './editorText'
import { browserStore, dropCopy, dropOldCopies, keepCopy } from './localCopy'
import type { LocalCopy } from './localCopy'
import { openTab } from './openTabs'
import { leave, takeOver } from './remounted'
import type { Unsaved } from './remounted'
import { howToTypeAgain } from './takeUp'
import { useFormValues } from './useFormValues'
import { useOffered } from './useOffered'
import { useSaver } from './useSaver'
import type { Saver } from './useSaver'
import { changesOf, differs, pick, revisionOf } from './values'
import type { Values } from './values'

const LOOK_EVERY_MS = 5000

export type Saving = Pick<Saver, 'isKept' | 'state'> & {
  /** What an earlier visit left unsaved. */
  offered: LocalCopy | undefined
  restore: () => Promise<void>
  discard: () => void
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
  retry: () => void
  /** Saves what is typed now, and says whether all of it is stored. */
  flush: () => Promise<boolean>
  /** Takes up what the server has: the names of what others changed, or undefined when the server does not say. */
  catchUp: () => Promise<string[] | undefined>
}

/** Saves what is typed into the form of an article, and takes up what others change in it. */
export function useSaving(): Saving {
  const [fields] = useAllFormFields()
  const { setModified } = useForm()
  const isModified = useFormModified()
  const { data, id, initialState } = useDocumentInfo()
  const form = useFormValues()
  const { apply, base, read: values, setBase, touched } = form
  const saver = useSaver(form)
  const { current, happened, held, keep, kept, leaving, place, readStored, save, sending, settle, stopWaiting, stored, takeUp, unseen } = saver
  const { tab } = place
  const loaded = useRef(initialState)
  /** What was typed before the page was given another form. */
  const replaced = useRef<{ fields: unknown; unsaved: Unsaved }>(undefined)
  /** What was typed into the form that this one takes the place of. */
  const before = useRef<Unsaved>(undefined)
  /** While that goes back into the form, what the form holds says nothing. */
  const isGoingBack = useRef(false)

  const offered = useOffered(place, () => stored.current)
  const startOffering = useEffectEvent(() => offered.start(leaving.current.signal))
  const noteTyping = useEffectEvent(() => {
    if (base.current && !isGoingBack.current) saver.noteTyping()
  })

  /** The page was given another form, as after a withdrawal: what was typed and not saved goes back into it. */
  async function typeAgain({ base: typedUpon, place: earlier, stored: known, typed }: Unsaved): Promise<void> {
    const now = values()
    const names = Object.keys(typed)
    if (revisionOf({ ...data }) > revisionOf(stored.current)) stored.current = { ...data }
    const { conflicts, inForm, toPut } = howToTypeAgain({ typed, typedUpon, known, now, stored: stored.current })
    held.add(conflicts, typed, { reason: 'conflict', detail: '' })
    base.current = now
    setBase(inForm, stored.current)
    if (names.length === 0) return
    if (keep(typed, names) && earlier.tab !== tab) dropCopy(browserStore(), earlier)
    setModified(true)
    happened({ type: 'typed' })
    isGoingBack.current = true
    // React lets no effect wait for a change of the form.
    await Promise.resolve()
    const lacking = await apply(pick(typed, toPut), { document: stored.current, isBase: false, isForced: true })
    isGoingBack.current = false
    if (lacking.length > 0) {
      // As what a closed tab left.
      keepCopy(browserStore(), { ...place, tab: `${tab}-lacking` }, pick(typed, lacking), Date.now())
      startOffering()
    }
    noteTyping()
  }

  const changed = useEffectEvent(() => {
    if (!base.current) {
      before.current ??= takeOver(place)
      if (Object.keys(fields).length === 0) return
      base.current = values()
      stored.current = { ...data }
      dropOldCopies(browserStore(), Date.now())
      if (before.current) void typeAgain(before.current)
      startOffering()
      return
    }
    if (isGoingBack.current) return
    if (loaded.current !== initialState) {
      loaded.current = initialState
      const now = values()
      const names = touched(now)
      replaced.current = { fields, unsaved: { place, typed: pick(now, names), base: base.current, stored: stored.current } }
      for (const name of names) forgetTyped(name)
      return
    }
    if (replaced.current) {
      const { fields: old, unsaved } = replaced.current
      if (old === fields) return
      replaced.current = undefined
      void typeAgain(unsaved)
      return
    }
    // Payload's own buttons save the whole form.
    if (data && revisionOf({ ...data }) > revisionOf(stored.current)) {
      const saved: Values = { ...data }
      const now = values()
      setBase(changesOf(base.current, now).filter((name) => !differs(name, now, saved)), now)
      void takeUp(saved).then(() => settle())
      return
    }
    // Fields that the page itself fills in or writes otherwise are nobody's typing.
    if (!isModified && !sending.current && current.current.kind === 'saved') {
      base.current = values()
      return
    }
    noteTyping()
  })
  useEffect(() => changed(), [fields, data, initialState, isModified])
  useEffect(() => onTyped(() => noteTyping()), [])

  const look = useEffectEvent(async () => {
    if (id === undefined || document.visibilityState !== 'visible' || sending.current) return
    const found = await readStored()
    if (!found || sending.current || (revisionOf(found) <= revisionOf(stored.current) && unseen.current.size === 0)) return
    await takeUp(found)
    if (held.size > 0) settle()
  })
  const retry = () => {
    held.releaseRefused()
    void save()
  }
  const again = useEffectEvent(() => {
    if (current.current.kind === 'unsaved') retry()
    void look()
  })
  const goAway = useEffectEvent(() => {
    if (kept.current && base.current) leave({ place, typed: kept.current, base: base.current, stored: stored.current })
    if (current.current.kind !== 'saved') void save()
  })
  useEffect(() => {
    const closed = new AbortController()
    leaving.current = closed
    openTab(tab, closed.signal)
    const looking = setInterval(() => void look(), LOOK_EVERY_MS)
    window.addEventListener('online', () => again(), { signal: closed.signal })
    window.addEventListener('focus', () => again(), { signal: closed.signal })
    return () => {
      goAway()
      closed.abort()
      clearInterval(looking)
      stopWaiting()
    }
  }, [tab])

  return {
    state: saver.state,
    isKept: saver.isKept,
    offered: offered.copy,
    restore: async () => {
      const { copy } = offered
      if (!copy) return
      // First, so that what is put in counts as typed.
      setModified(true)
      const left = await apply(copy.fields, { document: stored.current, isBase: false, isForced: true })
      const now = { ...values(), ...copy.fields }
      const isSafe = keep(now, [...new Set([...touched(), ...Object.keys(copy.fields)])])
      if (left.length === 0 && isSafe) offered.drop()
    },
    discard: offered.drop,
    keepMine: async () => {
      await sending.current
      const found = await readStored()
      if (!found) return
      await takeUp(found)
      unseen.current.clear()
      held.release(held.conflicts())
      // A version of its own: theirs stays in the history.
      await save(true)
    },
    takeTheirs: async () => {
      await sending.current
      const found = await readStored()
      if (!found) return
      const names = held.conflicts()
      const left = await apply(pick(found, names), { document: found, isBase: true, isForced: true })
      held.release(names.filter((name) => !left.includes(name)))
      await takeUp(found)
      settle(true)
    },
    retry,
    flush: async () => {
      if (id === undefined) return true
      await sending.current
      if (touched().length > 0) await save()
      return touched().length === 0
    },
    catchUp: async () => {
      const found = await readStored()
      if (!found) return undefined
      return revisionOf(found) > revisionOf(stored.current) ? takeUp(found) : []
    },
  }
}
