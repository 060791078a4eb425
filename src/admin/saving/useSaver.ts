'use client'
import { useAuth, useConfig, useDocumentEvents, useDocumentInfo, useForm } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffectEvent, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { User } from '../../payload-types'
import { useSlugs } from '../useSlugs'
import { HeldFields } from './heldFields'
import { browserStore, dropCopy, keepCopy } from './localCopy'
import type { Place } from './localCopy'
import { readDraft, sendDraft } from './requests'
import { afterEvent, afterRefusal, failureOf, isOfFields } from './saving'
import type { Failure, SaveEvent, SaveState } from './saving'
import { howToTakeUp, rewrittenByServer } from './takeUp'
import type { FormValues } from './useFormValues'
import { pick, revisionOf } from './values'
import type { Values } from './values'

const QUIET_MS = 1000
const LONGEST_QUIET_MS = 4000

export type Saver = {
  state: SaveState
  /** The state now: the other one is that of the last rendering. */
  current: RefObject<SaveState>
  place: Place
  /** The document as the server last told it. */
  stored: RefObject<Values>
  /** What others changed and the page could not show yet. */
  unseen: RefObject<Set<string>>
  held: HeldFields
  /** What the local copy holds. */
  kept: RefObject<Values | undefined>
  /** Whether this browser keeps a copy of what is not saved. */
  isKept: boolean
  /** Aborted once the form is gone. */
  leaving: RefObject<AbortController>
  /** The save that runs. */
  sending: RefObject<Promise<void> | undefined>
  happened: (event: SaveEvent) => void
  /** Keeps these fields of what the form holds in this browser, and says whether it can. */
  keep: (now: Values, names: readonly string[]) => boolean
  /** Runs one save at a time: a second call waits for the first. */
  save: (isNewVersion?: boolean) => Promise<void>
  /** Says where the text is, after some of it was stored, typed away or taken up. */
  settle: (isStored?: boolean) => void
  /** Takes up what the server has, but for what is typed here and not saved: the names of what others changed. */
  takeUp: (document: Values) => Promise<string[]>
  /** Keeps what is typed in this browser at once, and saves it in a moment. */
  noteTyping: () => void
  /** What the server has; undefined when it does not say. */
  readStored: () => Promise<Values | undefined>
  stopWaiting: () => void
}

/** Sends what is typed into the form of an article, keeps what cannot be stored, and takes up what others have stored. */
export function useSaver({ apply, base, read: values, setBase, touched }: FormValues): Saver {
  const { setModified } = useForm()
  const { user } = useAuth<User>()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { id, mostRecentVersionIsAutosaved, setMostRecentVersionIsAutosaved, setUnpublishedVersionCount } = useDocumentInfo()
  const { reportUpdate } = useDocumentEvents()
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [isKept, setIsKept] = useState(true)
  const [tab] = useState(() => Math.random().toString(36).slice(2))
  const [whoOpened] = useState(() => user?.id)
  const stored = useRef<Values>({})
  const unseen = useRef(new Set<string>())
  const [held] = useState(() => new HeldFields())
  const current = useRef<SaveState>({ kind: 'saved' })
  const sending = useRef<Promise<void>>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dirtySince = useRef(0)
  const kept = useRef<Values>(undefined)
  const leaving = useRef(new AbortController())
  const place = { user: whoOpened ?? '', document: String(id ?? 'new'), tab }
  const api = (path: `/${string}`) => formatAdminURL({ apiRoute: config.routes.api, path })
  const server = { article: api(`/${slugs.articles}/${id ?? ''}`), me: api(`/${slugs.users}/me`) }

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

  async function takeUp(document: Values): Promise<string[]> {
    if (revisionOf(document) < revisionOf(stored.current)) return []
    const now = values()
    const { conflicts, shown, told } = howToTakeUp({ before: stored.current, after: document, now, mine: touched(now), unseen: unseen.current })
    stored.current = document
    held.add(conflicts, now, { reason: 'conflict', detail: '' })
    const left = await apply(Object.fromEntries([...shown, 'revision'].map((name) => [name, document[name]])), { document, isBase: true, isForced: false })
    unseen.current = new Set(left)
    return told
  }

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
        const { next, refused } = afterRefusal(part, failure)
        held.add(refused, now, failure)
        parts.push(...next)
      }
      settle(true)
    } catch {
      happened({ type: 'failed', reason: navigator.onLine ? 'away' : 'offline', detail: '' })
    }
  }

  async function sendPart(names: readonly string[], now: Values, isNewVersion: boolean): Promise<Failure | undefined> {
    const sent = pick(now, names)
    const result = await sendDraft(server, { ...sent, _status: 'draft', revision: revisionOf(stored.current) }, { isNewVersion, user: whoOpened })
    if ('answer' in result) return failureOf(result.answer)
    const { saved } = result
    setBase(names, sent)
    if (!mostRecentVersionIsAutosaved) {
      setMostRecentVersionIsAutosaved(true)
      setUnpublishedVersionCount((count) => count + 1)
    }
    stored.current = { ...stored.current, ...Object.fromEntries(names.map((name) => [name, saved[name]])) }
    const rewritten = rewrittenByServer(sent, saved, touched())
    await apply(Object.fromEntries(rewritten.map((name) => [name, saved[name]])), { document: saved, isBase: true, isForced: false })
    await takeUp(saved)
    // The live preview shows what is saved.
    if (id !== undefined) reportUpdate({ id, doc: { ...saved, id }, entitySlug: slugs.articles, operation: 'update', updatedAt: new Date().toISOString() })
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

  return {
    state,
    current,
    place,
    stored,
    unseen,
    held,
    kept,
    isKept,
    leaving,
    sending,
    happened,
    keep,
    save,
    settle,
    takeUp,
    noteTyping: () => {
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
    },
    readStored: () => readDraft(server),
    stopWaiting: () => clearTimeout(timer.current),
  }
}
