'use client'
import { useAllFormFields, useAuth, useConfig, useDocumentEvents, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { User } from '../../payload-types'
import { forgetTyped, onTyped } from './editorText'
import { HeldFields } from './heldFields'
import { browserStore, dropCopy, dropOldCopies, keepCopy } from './localCopy'
import type { LocalCopy } from './localCopy'
import { openTab } from './openTabs'
import { leave, takeOver } from './remounted'
import type { Unsaved } from './remounted'
import { readDraft, sendDraft } from './requests'
import { afterEvent, blamed, failureOf, isOfFields } from './saving'
import type { Failure, SaveEvent, SaveState } from './saving'
import { useFormValues } from './useFormValues'
import { useOffered } from './useOffered'
import { changesOf, differs, isSimple, pick, revisionOf, SERVERS, UNSHOWN } from './values'
import type { Values } from './values'

const QUIET_MS = 1000
const LONGEST_QUIET_MS = 4000
const LOOK_EVERY_MS = 5000

export type Saving = {
  state: SaveState
  /** Whether this browser keeps a copy of what is not saved. */
  isKept: boolean
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
  const { apply, base, read: values, setBase, touched } = useFormValues()
  const isModified = useFormModified()
  const { user } = useAuth<User>()
  const { config } = useConfig()
  const { data, id, initialState, mostRecentVersionIsAutosaved, setMostRecentVersionIsAutosaved, setUnpublishedVersionCount } = useDocumentInfo()
  const { reportUpdate } = useDocumentEvents()
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [isKept, setIsKept] = useState(true)
  const [tab] = useState(() => Math.random().toString(36).slice(2))
  const [whoOpened] = useState(() => user?.id)
  /** The document as the server last told it. */
  const stored = useRef<Values>({})
  /** What others changed and the page could not show yet. */
  const unseen = useRef(new Set<string>())
  const [held] = useState(() => new HeldFields())
  const current = useRef<SaveState>({ kind: 'saved' })
  const sending = useRef<Promise<void>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dirtySince = useRef(0)
  const loaded = useRef(initialState)
  /** What was typed before the page was given another form. */
  const replaced = useRef<{ fields: unknown; unsaved: Unsaved }>(undefined)
  /** What was typed into the form that this one takes the place of. */
  const before = useRef<Unsaved>(undefined)
  /** While that goes back into the form, what the form holds says nothing. */
  const isGoingBack = useRef(false)
  /** What the local copy holds. */
  const kept = useRef<Values>(undefined)
  const leaving = useRef(new AbortController())
  const place = { user: whoOpened ?? '', document: String(id ?? 'new'), tab }
  const api = (path: `/${string}`) => formatAdminURL({ apiRoute: config.routes.api, path })
  const server = { article: api(`/articles/${id ?? ''}`), me: api('/users/me') }

  const happened = (event: SaveEvent) => {
    current.current = afterEvent(current.current, event)
    setState(current.current)
  }
  const keep = (now: Values, names: readonly string[]) => {
    // The form that took the place of this one keeps its own.
    if (leaving.current.signal.aborted) return false
    kept.current = pick(now, names)
    const isStored = keepCopy(browserStore(), place, kept.current, Date.now())
    setIsKept(isStored)
    return isStored
  }
  const schedule = useEffectEvent((ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), ms)
  })

  /** Takes up what the server has, but for what is typed here and not saved: where both changed a field, somebody has to choose. */
  async function takeUp(document: Values): Promise<string[]> {
    if (revisionOf(document) < revisionOf(stored.current)) return []
    const now = values()
    const theirs = [...new Set([...changesOf(stored.current, document), ...unseen.current])].filter((name) => !UNSHOWN.has(name))
    const mine = new Set(touched(now))
    const both = theirs.filter((name) => mine.has(name))
    stored.current = document
    held.add(both.filter((name) => differs(name, now, document)), now, { reason: 'conflict', detail: '' })
    const left = await apply(Object.fromEntries([...theirs.filter((name) => !mine.has(name)), 'revision'].map((name) => [name, document[name]])), { document, isBase: true, isForced: false })
    unseen.current = new Set(left)
    return theirs.filter((name) => !SERVERS.has(name) || name === 'stage' || name === '_status')
  }

  /** Runs one save at a time: a second call waits for the first. */
  function save(isNewVersion = false): Promise<void> {
    sending.current ??= sendAll(isNewVersion).finally(() => {
      sending.current = undefined
      if (leaving.current.signal.aborted) return
      const { current: after } = current
      const waiting = touched().some((name) => !held.has(name))
      if (after.kind === 'unsaved' && after.waitMs !== undefined) schedule(after.waitMs)
      else if (after.kind !== 'saved' && waiting) schedule(QUIET_MS)
    })
    return sending.current
  }

  async function sendAll(isNewVersion: boolean): Promise<void> {
    if (id === undefined || !base.current) return
    const now = values()
    const open = touched(now)
    held.keepOnly(open)
    held.releaseRetyped(now)
    held.add(open.filter((name) => unseen.current.has(name)), now, { reason: 'conflict', detail: '' })
    const names = open.filter((name) => !held.has(name))
    if (names.length === 0) return settle()
    happened({ type: 'sent' })
    const parts = [names]
    try {
      for (let part = parts.shift(); part; part = parts.shift()) {
        const failure = await sendPart(part, now, isNewVersion)
        if (!failure) continue
        if (!isOfFields(failure.reason)) return happened({ type: 'failed', ...failure })
        const told = blamed(part, failure) ?? (failure.isWhole ? { refused: part, rest: [] } : undefined)
        if (told) held.add(told.refused, now, failure)
        // Of fields that are refused together without a name, each is sent alone.
        parts.push(...(told ? [told.rest].filter(({ length }) => length > 0) : part.map((name) => [name])))
      }
      settle(true)
    } catch {
      happened({ type: 'failed', reason: navigator.onLine ? 'away' : 'offline', detail: '' })
    }
  }

  async function sendPart(names: readonly string[], now: Values, isNewVersion: boolean): Promise<(Failure & { isWhole: boolean }) | undefined> {
    const sent = pick(now, names)
    const result = await sendDraft(server, { ...sent, _status: 'draft', revision: revisionOf(stored.current) }, { isNewVersion, user: whoOpened })
    // 403 and 404 are about the article, whatever is sent.
    if ('answer' in result) return { ...failureOf(result.answer), isWhole: [403, 404].includes(result.answer.status) }
    const { saved } = result
    setBase(names, sent)
    if (!mostRecentVersionIsAutosaved) {
      setMostRecentVersionIsAutosaved(true)
      setUnpublishedVersionCount((count) => count + 1)
    }
    stored.current = { ...stored.current, ...Object.fromEntries(names.map((name) => [name, saved[name]])) }
    // The server may have written it otherwise, as it does with web addresses.
    const after = touched()
    const rewritten = names.filter((name) => isSimple(saved[name]) && isSimple(sent[name]) && differs(name, sent, saved) && !after.includes(name))
    await apply(Object.fromEntries(rewritten.map((name) => [name, saved[name]])), { document: saved, isBase: true, isForced: false })
    await takeUp(saved)
    // The live preview shows what is saved.
    if (id !== undefined) reportUpdate({ id, doc: { ...saved, id }, entitySlug: 'articles', operation: 'update', updatedAt: new Date().toISOString() })
    return undefined
  }

  function settle(isStored = false): void {
    const now = values()
    const open = touched(now)
    held.keepOnly(open)
    if (open.length === 0) {
      dropCopy(browserStore(), place)
      kept.current = undefined
      dirtySince.current = 0
      setModified(false)
      happened({ type: 'stored', isWhole: true })
      return
    }
    keep(now, open)
    const first = held.first()
    if (first) happened({ type: 'failed', ...first })
    else if (isStored) happened({ type: 'stored', isWhole: false })
  }

  const look = useEffectEvent(async () => {
    if (id === undefined || document.visibilityState !== 'visible' || sending.current) return
    const found = await readDraft(server)
    if (!found || sending.current || (revisionOf(found) <= revisionOf(stored.current) && unseen.current.size === 0)) return
    await takeUp(found)
    if (held.size > 0) settle()
  })

  const offered = useOffered(place, () => stored.current)
  const startOffering = useEffectEvent(() => offered.start(leaving.current.signal))

  /** Keeps what is typed in this browser at once, and saves it in a moment. */
  const noteTyping = useEffectEvent(() => {
    if (!base.current || isGoingBack.current) return
    const now = values()
    const names = touched(now)
    if (names.length === 0) {
      if (!sending.current && current.current.kind !== 'saved') settle()
      return
    }
    keep(now, names)
    dirtySince.current ||= Date.now()
    happened({ type: 'typed' })
    const { current: at } = current
    if (sending.current || (at.kind === 'unsaved' && at.waitMs !== undefined)) return
    schedule(Math.max(0, Math.min(QUIET_MS, dirtySince.current + LONGEST_QUIET_MS - Date.now())))
  })

  /**
   * The page was given another form, as after a withdrawal: what was typed and not saved goes back into it. Payload may have
   * put it in itself, so that the form does not tell what the server has.
   */
  async function typeAgain({ base: typedUpon, place: earlier, stored: known, typed }: Unsaved): Promise<void> {
    const now = values()
    const names = Object.keys(typed)
    const isIn = (name: string) => !differs(name, typed, now)
    if (revisionOf({ ...data }) > revisionOf(stored.current)) stored.current = { ...data }
    held.add(names.filter((name) => (isIn(name) ? differs(name, known, stored.current) && differs(name, typed, stored.current) : differs(name, typedUpon, now))), typed, { reason: 'conflict', detail: '' })
    base.current = now
    setBase(names.filter(isIn), stored.current)
    if (names.length === 0) return
    if (keep(typed, names) && earlier.tab !== tab) dropCopy(browserStore(), earlier)
    setModified(true)
    happened({ type: 'typed' })
    isGoingBack.current = true
    // React lets no effect wait for a change of the form.
    await Promise.resolve()
    const lacking = await apply(pick(typed, names.filter((name) => !isIn(name))), { document: stored.current, isBase: false, isForced: true })
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
      clearTimeout(timer.current)
    }
  }, [tab])

  return {
    state,
    isKept,
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
      const found = await readDraft(server)
      if (!found) return
      await takeUp(found)
      unseen.current.clear()
      held.release(held.conflicts())
      // A version of its own: theirs stays in the history.
      await save(true)
    },
    takeTheirs: async () => {
      await sending.current
      const found = await readDraft(server)
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
      const found = await readDraft(server)
      if (!found) return undefined
      return revisionOf(found) > revisionOf(stored.current) ? takeUp(found) : []
    },
  }
}
