'use client'
import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { faultsOf } from '../faultsOf'
import { useWords } from '../../i18n/admin/useWords'
import styles from './importCopy.module.css'

/** What pasted copy is called in the report. */
const PASTED = 'pasted.txt'

/** Above the list of imports: imports files or pasted copy, and opens the report. What it cannot send stays in the form. */
export function ImportCopy() {
  const { t } = useWords()
  const router = useRouter()
  const { config } = useConfig()
  const [isRunning, setRunning] = useState(false)
  const pasted = useRef<HTMLTextAreaElement>(null)

  // The browser asks before pasted copy is lost.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (pasted.current?.value.trim()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const copy = copyIn(new FormData(event.currentTarget))
    if (!copy) {
      toast.error(t('importCopy:nothing'))
      return
    }
    setRunning(true)
    try {
      const response = await fetch(`${config.routes.api}/import?publish=${String(copy.publish)}`, { body: copy.body, credentials: 'same-origin', method: 'POST' })
      const run = runOf(await response.json().catch(() => undefined))
      if ('id' in run) router.push(formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/imports/${String(run.id)}` }))
      else toast.error(run.faults.join(' ') || t('importCopy:failed'))
    } catch {
      toast.error(t('importCopy:failed'))
    } finally {
      setRunning(false)
    }
  }

  return (
    <details className={styles.importCopy}>
      <summary>{t('importCopy:title')}</summary>
      <form onSubmit={(event) => void start(event)}>
        <label>
          {t('importCopy:files')}
          <input multiple name="files" type="file" />
        </label>
        <label>
          {t('importCopy:paste')}
          <textarea dir="auto" name="copy" ref={pasted} rows={8} />
        </label>
        <label className={styles.publish}>
          <input name="publish" type="checkbox" />
          {t('importCopy:publish')}
        </label>
        <Button disabled={isRunning} margin={false} type="submit">
          {t('importCopy:start')}
        </Button>
      </form>
    </details>
  )
}

/** The request's form: the chosen files, and pasted copy as one more. Undefined when there is neither. */
function copyIn(form: FormData): { body: FormData; publish: boolean } | undefined {
  const body = new FormData()
  for (const file of form.getAll('files')) if (file instanceof File && file.name !== '') body.append('files', file)
  const pasted = form.get('copy')
  if (typeof pasted === 'string' && pasted.trim() !== '') body.append('files', new File([pasted], PASTED, { type: 'text/plain' }))
  return body.has('files') ? { body, publish: form.has('publish') } : undefined
}

/** The record of the run in the answer of `POST /api/import`, or why there is none. */
function runOf(answer: unknown): { id: number | string } | { faults: string[] } {
  const summary = isRecord(answer) ? answer.summary : undefined
  const run = isRecord(summary) ? summary.run : undefined
  return typeof run === 'string' || typeof run === 'number' ? { id: run } : { faults: faultsOf(answer) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
