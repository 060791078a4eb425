import type { Payload } from 'payload'
import { tokenOf } from './client'
import type { Answer } from './client'

type Upload = { name: string; type: string; bytes: Buffer; data: object }

/** Uploads a file to the media library, as an editor does, through REST. */
export async function upload<Body = unknown>(
  newsroom: { payload: Payload; url: string },
  { bytes, data, name, type }: Upload,
): Promise<Answer<Body>> {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const response = await fetch(`${newsroom.url}/api/media`, {
    method: 'POST',
    headers: { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` },
    body: form,
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
}
