'use client'
import { ReactSelect } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import styles from './pick.module.css'

type Named = { value: string; label: string }
/** A box that picks one document by its name. */
export type PickProps = { apiRoute: string; collection: string; onChange: (id: string | undefined) => void; placeholder: string; value: string | undefined }

/** Picks one document by its name, found as one types. */
export function Pick({ apiRoute, collection, onChange, placeholder, value }: PickProps) {
  const inputId = useId()
  const [options, setOptions] = useState<Named[]>([])
  const [search, setSearch] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<Named>()

  useEffect(() => {
    if (!isOpen) return
    const leaving = new AbortController()
    void find(`${apiRoute}/${collection}`, { 'where[name][like]': search }, leaving.signal).then((found) => found && setOptions(found))
    return () => leaving.abort()
  }, [apiRoute, collection, isOpen, search])

  useEffect(() => {
    if (value === undefined || chosen?.value === value) return
    const leaving = new AbortController()
    void find(`${apiRoute}/${collection}`, { 'where[id][equals]': value }, leaving.signal).then((found) => setChosen(found?.[0]))
    return () => leaving.abort()
  }, [apiRoute, chosen, collection, value])

  return (
    <div className={styles.pick}>
      <label className={styles.unseen} htmlFor={inputId}>
        {placeholder}
      </label>
      <ReactSelect
        filterOption={() => true}
        inputId={inputId}
        isClearable
        onChange={(option) => {
          const named = options.find((each) => !Array.isArray(option) && each.value === option?.value)
          setChosen(named)
          onChange(named?.value)
        }}
        onInputChange={setSearch}
        onMenuClose={() => setIsOpen(false)}
        onMenuOpen={() => setIsOpen(true)}
        options={options}
        placeholder={placeholder}
        {...(value !== undefined && chosen ? { value: chosen } : {})}
      />
    </div>
  )
}

async function find(url: string, where: Record<string, string>, signal: AbortSignal): Promise<Named[] | undefined> {
  const given = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== ''))
  const query = new URLSearchParams({ ...given, depth: '0', limit: '30', sort: 'name', 'select[name]': 'true' })
  try {
    const response = await fetch(`${url}?${query.toString()}`, { credentials: 'include', signal })
    if (!response.ok) return undefined
    const { docs }: { docs: { id: string; name: string }[] } = await response.json()
    return docs.map(({ id, name }) => ({ value: id, label: name }))
  } catch {
    return undefined
  }
}
