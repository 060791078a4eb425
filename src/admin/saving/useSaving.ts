'use client'
import { useAllFormFields, useAuth, useConfig, useDocumentEvents, useDocumentInfo, useForm, useFormModified, useServerFunctions } from '@payloadcms/ui'
import { formatAdminURL, reduceFieldsToValues } from 'payload/shared'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { User } from '../../payload-types'
import { changedFields } from '../../workflow/revisions'
import { copiesOf, dropCopy, keepCopy } from './localCopy'
import type { LocalCopy } from './localCopy'
import { afterEvent, failureOf } from './saving'
import type { SaveEvent, SaveState } from './saving'

type Values = Record<string, unknown>

/** What nobody types: the server's own, and what only the buttons of the panel change. */
const SERVERS = new Set(['_status', 'createdAt', 'createdBy', 'deletedAt', 'events', 'firstPublishedAt', 'id', 'importHash', 'readingTime', 'revision', 'saves', 'search', 'stage', 'updatedAt', 'wordCount'])
/** What is not shown in the form. */
const UNSHOWN = new Set(['createdAt', 'events', 'id', 'saves', 'search', 'updatedAt'])

const QUIET_MS = 1000
const LONGEST_QUIET_MS = 4000
const LOOK_EVERY_MS = 5000
const TIMEOUT_MS = 45_000

export type Saving = {
  state: SaveState
  /** What an earlier visit left unsaved. */
  offered: LocalCopy | undefined
  restore: () => Promise<void>
  discard: () => void
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
  retry: () => void
}

/** Saves what is typed into the form of an article, and takes up what others change in it. */
export function useSaving(): Saving {
  const [fields, dispatch] = useAllFormFields()
  const { getFields, setModified } = useForm()
  const isModified = useFormModified()
  const { user } = useAuth<User>()
  const { config } = useConfig()
  const { collectionSlug, data, docPermissions, getDocPreferences, id, mostRecentVersionIsAutosaved, setMostRecentVersionIsAutosaved, setUnpublishedVersionCount } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const { reportUpdate } = useDocumentEvents()
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const [offered, setOffered] = useState<LocalCopy>()
  const [tab] = useState(() => Math.random().toString(36).slice(2))
  const [whoOpened] = useState(() => user?.id)
  /** The form as it was loaded or last saved, and the document as the server last told it. */
  const base = useRef<Values>(undefined)
  const stored = useRef<Values>({})
  const current = useRef<SaveState>({ kind: 'saved' })
  const sending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dirtySince = useRef(0)
  const place = { user: whoOpened ?? '', document: String(id ?? 'new'), tab }
  const url = formatAdminURL({ apiRoute: config.routes.api, path: `/articles/${id ?? ''}` })

  const happened = (event: SaveEvent) => {
    current.current = afterEvent(current.current, event)
    setState(current.current)
  }
  const values = (): Values => ({ ...(reduceFieldsToValues(getFields(), true) as Values) })
  const touched = (now: Values = values()): string[] => changesOf(base.current ?? now, now).filter((name) => !SERVERS.has(name))

  const schedule = useEffectEvent((ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), ms)
  })

  /** Puts values into the form, and counts them as its base where they come from the server. */
  async function apply(into: Values, isBase: boolean): Promise<void> {
    const names = Object.keys(into)
    const simple = names.filter((name) => isSimple(into[name]) && getFields()[name] !== undefined && !getFields()[name]?.rows)
    const complex = names.filter((name) => !simple.includes(name) && Object.keys(getFields()).some((path) => isUnder(path, name)))
    if (complex.length > 0) {
      const { state: built } = await getFormState({
        collectionSlug: collectionSlug ?? 'articles',
        data: { ...stored.current, ...into },
        docPermissions: docPermissions ?? { fields: true },
        docPreferences: await getDocPreferences(),
        operation: 'update',
        renderAllFields: true,
        schemaPath: 'articles',
        skipValidation: true,
        ...(id === undefined ? {} : { id }),
      })
      const under = (path: string) => complex.some((name) => isUnder(path, name))
      const kept = Object.entries(getFields()).filter(([path]) => !under(path))
      const taken = Object.entries(built ?? {}).filter(([path]) => under(path))
      if (built) dispatch({ type: 'REPLACE_STATE', state: Object.fromEntries([...kept, ...taken]) })
      if (isBase && built) setBase(complex, { ...(reduceFieldsToValues(built, true) as Values) })
    }
    for (const name of simple) dispatch({ type: 'UPDATE', path: name, value: into[name], initialValue: into[name] } as Parameters<typeof dispatch>[0])
    if (isBase) setBase(simple, into)
  }

  function setBase(names: string[], from: Values): void {
    base.current = { ...base.current, ...Object.fromEntries(names.map((name) => [name, from[name]])) }
  }

  /** Takes up what the server has, but for what is typed here and not saved. */
  async function takeUp(document: Values, isAll = false): Promise<void> {
    if (revisionOf(document) < revisionOf(stored.current)) return
    const theirs = changesOf(stored.current, document).filter((name) => !UNSHOWN.has(name))
    const mine = new Set(isAll ? [] : touched())
    stored.current = document
    await apply(Object.fromEntries([...theirs.filter((name) => !mine.has(name)), 'revision'].map((name) => [name, document[name]])), true)
  }

  async function send(isNewVersion = false): Promise<void> {
    if (sending.current || id === undefined || !base.current) return
    const now = values()
    const names = touched(now)
    if (names.length === 0) return settle()
    sending.current = true
    happened({ type: 'sent' })
    const sent = Object.fromEntries(names.map((name) => [name, now[name] ?? null]))
    try {
      const response = await fetch(`${url}?depth=0&draft=true${isNewVersion ? '' : '&autosave=true'}`, {
        body: JSON.stringify({ ...sent, _status: 'draft', revision: revisionOf(stored.current) }),
        credentials: 'include',
        headers: { 'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/json' },
        method: 'PATCH',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const body: unknown = await response.json().catch(() => undefined)
      const saved = response.ok ? docOf(body) : undefined
      if (!saved) {
        const isSignedIn = ![401, 403, 404].includes(response.status) || (await whoAmI()) === whoOpened
        happened({ type: 'failed', ...failureOf({ status: response.ok ? 502 : response.status, body, isSignedIn, retryAfter: response.headers.get('Retry-After') }) })
        return
      }
      setBase(names, sent)
      if (!mostRecentVersionIsAutosaved) {
        setMostRecentVersionIsAutosaved(true)
        setUnpublishedVersionCount((count) => count + 1)
      }
      const before = stored.current
      stored.current = { ...before, ...Object.fromEntries(names.map((name) => [name, saved[name]])) }
      // The server may have written it otherwise, as it does with web addresses.
      const rewritten = names.filter((name) => isSimple(saved[name]) && isSimple(sent[name]) && changesOf({ [name]: sent[name] }, { [name]: saved[name] }).length > 0 && !touched().includes(name))
      await apply(Object.fromEntries(rewritten.map((name) => [name, saved[name]])), true)
      await takeUp(saved)
      // The live preview shows what is saved.
      reportUpdate({ id, doc: { ...saved, id }, entitySlug: 'articles', operation: 'update', updatedAt: new Date().toISOString() })
      settle(true)
    } catch {
      happened({ type: 'failed', reason: navigator.onLine ? 'away' : 'offline', detail: '' })
    } finally {
      sending.current = false
      const { current: after } = current
      if (after.kind === 'pending') schedule(QUIET_MS)
      if (after.kind === 'unsaved' && after.waitMs !== undefined) schedule(after.waitMs)
    }
  }

  function settle(isStored = false): void {
    const isWhole = touched().length === 0
    if (isWhole) {
      dropCopy(localStorage, place)
      dirtySince.current = 0
      setModified(false)
    }
    if (isWhole || isStored) happened({ type: 'stored', isWhole })
  }

  async function whoAmI(): Promise<string | undefined> {
    const response = await fetch(formatAdminURL({ apiRoute: config.routes.api, path: '/users/me' }), { credentials: 'include' })
    // A server that does not say is not one that signed anybody out.
    if (!response.ok) return whoOpened
    const body: unknown = await response.json()
    const me = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined
    return typeof me === 'object' && me !== null && 'id' in me ? String(me.id) : undefined
  }

  async function readStored(): Promise<Values | undefined> {
    try {
      const response = await fetch(`${url}?depth=0&draft=true`, { cache: 'no-store', credentials: 'include' })
      const body: unknown = response.ok ? await response.json() : undefined
      return typeof body === 'object' && body !== null ? { ...body } : undefined
    } catch {
      return undefined
    }
  }

  const look = useEffectEvent(async () => {
    if (id === undefined || document.visibilityState !== 'visible' || sending.current) return
    const found = await readStored()
    if (found && !sending.current && revisionOf(found) > revisionOf(stored.current) && current.current.kind !== 'unsaved') await takeUp(found)
  })

  const changed = useEffectEvent(() => {
    if (!base.current) {
      if (Object.keys(fields).length === 0) return
      base.current = values()
      stored.current = { ...data }
      setOffered(copiesOf(localStorage, place.user, place.document)[0])
      return
    }
    // Payload's own buttons save the whole form.
    if (data && revisionOf({ ...data }) > revisionOf(stored.current)) {
      const saved: Values = { ...data }
      const now = values()
      setBase(changesOf(base.current, now).filter((name) => changesOf({ [name]: now[name] }, { [name]: saved[name] }).length === 0), now)
      void takeUp(saved).then(() => settle())
      return
    }
    const now = values()
    // Fields that the page itself fills in or writes otherwise are nobody's typing.
    if (!isModified && !sending.current && current.current.kind === 'saved') {
      base.current = now
      return
    }
    const names = touched(now)
    if (names.length === 0) {
      if (!sending.current && current.current.kind !== 'saved') settle()
      return
    }
    keepCopy(localStorage, place, Object.fromEntries(names.map((name) => [name, now[name] ?? null])), Date.now())
    dirtySince.current ||= Date.now()
    happened({ type: 'typed' })
    const { current: at } = current
    if (sending.current || (at.kind === 'unsaved' && at.waitMs !== undefined) || (at.kind === 'unsaved' && at.reason === 'conflict')) return
    schedule(Math.max(0, Math.min(QUIET_MS, dirtySince.current + LONGEST_QUIET_MS - Date.now())))
  })
  useEffect(() => changed(), [fields, data, isModified])

  const again = useEffectEvent(() => {
    if (current.current.kind === 'unsaved' && current.current.reason !== 'conflict') void send()
    void look()
  })
  useEffect(() => {
    const leaving = new AbortController()
    const looking = setInterval(() => void look(), LOOK_EVERY_MS)
    window.addEventListener('online', () => again(), { signal: leaving.signal })
    window.addEventListener('focus', () => again(), { signal: leaving.signal })
    return () => {
      leaving.abort()
      clearInterval(looking)
      clearTimeout(timer.current)
    }
  }, [])

  return {
    state,
    offered,
    restore: async () => {
      if (!offered) return
      // First, so that what is put in counts as typed.
      setModified(true)
      await apply(offered.fields, false)
      localStorage.removeItem(offered.key)
      setOffered(copiesOf(localStorage, place.user, place.document).find(({ key }) => key !== offered.key && !key.endsWith(tab)))
    },
    discard: () => {
      if (!offered) return
      localStorage.removeItem(offered.key)
      setOffered(copiesOf(localStorage, place.user, place.document).find(({ key }) => !key.endsWith(tab)))
    },
    keepMine: async () => {
      const found = await readStored()
      if (!found) return
      await takeUp(found)
      // A version of its own: theirs stays in the history.
      await send(true)
    },
    takeTheirs: async () => {
      const found = await readStored()
      if (!found) return
      const mine = touched()
      await apply(Object.fromEntries(mine.map((name) => [name, found[name] ?? null])), true)
      await takeUp(found, true)
      settle(true)
    },
    retry: () => void send(),
  }
}

function changesOf(before: Values, after: Values): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return changedFields(before, Object.fromEntries([...names].map((name) => [name, after[name]])), new Set())
}

function isSimple(value: unknown): boolean {
  return Array.isArray(value) ? value.every((each) => typeof each === 'string') && value.length > 0 : typeof value !== 'object' || value === null
}

function isUnder(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`)
}

function revisionOf(document: Values): number {
  return typeof document.revision === 'number' ? document.revision : 0
}

function docOf(body: unknown): Values | undefined {
  const doc = typeof body === 'object' && body !== null && 'doc' in body ? body.doc : undefined
  return typeof doc === 'object' && doc !== null ? { ...doc } : undefined
}
