'use client'
import { useAllFormFields, useForm } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useRef } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useRenderedForm } from '../article/useRenderedForm'
import { forgetTyped, typedInEditors } from './editorText'
import { changesOf, isSimple, isUnder, SERVERS } from './values'
import type { Values } from './values'

type Change = Parameters<ReturnType<typeof useAllFormFields>[1]>[0]

type Applying = {
  /** The document that the values are of. */
  document: Values
  /** Whether the values come from the server: they become the base, and nobody has typed them. */
  isBase: boolean
  /** Whether they also replace what somebody has typed meanwhile. */
  isForced: boolean
}

export type FormValues = {
  /** The form as it was loaded or last saved; undefined until it is loaded. */
  base: RefObject<Values | undefined>
  setBase: (names: readonly string[], from: Values) => void
  /** What the form holds now, with what the editors have not handed to it yet. */
  read: () => Values
  /** The fields that differ from the base. */
  touched: (now?: Values) => string[]
  /** Puts values into the form, and gives the names of those that could not be put in. */
  apply: (into: Values, applying: Applying) => Promise<string[]>
}

/** The form of an article as values by the names of its fields. */
export function useFormValues(): FormValues {
  const [, dispatch] = useAllFormFields()
  const { getFields } = useForm()
  const render = useRenderedForm()
  const base = useRef<Values>(undefined)

  const read = (): Values => ({ ...(reduceFieldsToValues(getFields(), true) as Values), ...typedInEditors() })
  const touched = (now: Values = read()): string[] => changesOf(base.current ?? now, now).filter((name) => !SERVERS.has(name))

  function setBase(names: readonly string[], from: Values): void {
    base.current = { ...base.current, ...Object.fromEntries(names.map((name) => [name, from[name]])) }
  }

  /** The form has it when this is done, so that nobody takes what stood there before for typed. */
  function put(changes: readonly Change[]): void {
    flushSync(() => {
      for (const change of changes) dispatch(change)
    })
  }

  async function apply(into: Values, { document, isBase, isForced }: Applying): Promise<string[]> {
    const names = Object.keys(into)
    const simple = names.filter((name) => isSimple(into[name]) && getFields()[name] !== undefined && !getFields()[name]?.rows)
    if (isBase) setBase(simple, into)
    put(simple.map((name) => ({ type: 'UPDATE', path: name, value: into[name], initialValue: into[name] }) as Change))
    const complex = names.filter((name) => !simple.includes(name) && Object.keys(getFields()).some((path) => isUnder(path, name)))
    if (complex.length === 0) return []
    const built = await render({ ...document, ...into })
    if (!built) return complex
    // Somebody may have begun to type there meanwhile.
    const now = touched()
    const taken = isForced ? complex : complex.filter((name) => !now.includes(name))
    const under = (path: string) => taken.some((name) => isUnder(path, name))
    for (const name of taken) forgetTyped(name)
    if (isBase) setBase(taken, { ...(reduceFieldsToValues(built, true) as Values) })
    put([{ type: 'REPLACE_STATE', state: Object.fromEntries([...Object.entries(getFields()).filter(([path]) => !under(path)), ...Object.entries(built).filter(([path]) => under(path))]) }])
    return complex.filter((name) => !taken.includes(name))
  }

  return { apply, base, read, setBase, touched }
}
