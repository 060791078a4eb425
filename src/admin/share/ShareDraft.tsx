'use client'
import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { ShareLink } from '../../payload-types'
import { listLinks, makeLink, revokeLink } from './links'
import './share.css'

/** For how many days a link may be asked to work. */
const DAYS = [1, 7, 30] as const

/** Makes links by which others see the draft, shows which there are, and revokes them. */
export function ShareDraft(): ReactNode {
  const { id } = useDocumentInfo()
  return typeof id === 'string' ? <Links article={id} /> : <p>Save the article first.</p>
}

function Links({ article }: { article: string }): ReactNode {
  const [links, setLinks] = useState<ShareLink[]>([])
  const [address, setAddress] = useState<string>()
  const [days, setDays] = useState<number>(7)
  const { api } = useConfig().config.routes

  useEffect(() => {
    listLinks(api, article).then(setLinks, tell)
  }, [api, article])

  const make = async () => {
    const link = await makeLink(api, article, days)
    setAddress(link.url ?? undefined)
    setLinks(await listLinks(api, article))
  }
  const revoke = async (link: ShareLink) => {
    await revokeLink(api, link.id)
    setLinks(await listLinks(api, article))
  }

  return (
    <div className="share-draft">
      <div className="share-draft__new">
        <label>
          Works for{' '}
          <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((each) => (
              <option key={each} value={each}>
                {each === 1 ? '1 day' : `${String(each)} days`}
              </option>
            ))}
          </select>
        </label>
        <Button buttonStyle="secondary" margin={false} onClick={() => void make().catch(tell)} size="small">
          Make a link
        </Button>
      </div>
      {address && <Address address={address} />}
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <span>{inWords(link)}</span>
            {isOpen(link) && (
              <Button buttonStyle="secondary" margin={false} onClick={() => void revoke(link).catch(tell)} size="small">
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Address({ address }: { address: string }): ReactNode {
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast.success('The address is copied.')
  }
  return (
    <div className="share-draft__address" role="status">
      <label>
        Copy the address now: it is not shown again.
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <Button margin={false} onClick={() => void copy().catch(tell)} size="small">
        Copy
      </Button>
    </div>
  )
}

function inWords(link: ShareLink): string {
  const until = new Date(link.expiresAt).toLocaleString()
  if (link.revoked) return `Revoked (it was to end ${until})`
  return isOpen(link) ? `Works until ${until}` : `Ended ${until}`
}

function isOpen({ expiresAt, revoked }: ShareLink): boolean {
  return !revoked && Date.parse(expiresAt) > Date.now()
}

function tell(error: unknown): void {
  toast.error(error instanceof Error ? error.message : 'That did not work. Try again.')
}
