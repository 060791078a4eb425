import { visit } from './page'

/** What a server function of the admin UI answered, as it came. */
export type Called = { status: number; text: string }

/** The id under which the built admin UI calls the server, as its pages tell the browser. */
export async function serverActionOf(url: string): Promise<string> {
  const html = (await visit(`${url}/admin/login`)).html.replaceAll('\\"', '"')
  const [, row] = /"serverFunction":"\$[a-zA-Z]?([0-9a-f]+)"/.exec(html) ?? []
  const [, id] = new RegExp(`(?<![0-9a-f])${row ?? 'none'}:\\{"id":"([0-9a-f]{40,})"`).exec(html) ?? []
  if (id === undefined) throw new Error('The admin UI does not say how it calls the server.')
  return id
}

/** Calls a server function as the admin UI does, with whatever login these headers hold. */
export async function callServer(url: string, action: string, call: { name: string; args: object }, headers: Record<string, string> = {}): Promise<Called> {
  const response = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: { Accept: 'text/x-component', 'Content-Type': 'text/plain;charset=UTF-8', 'Next-Action': action, Origin: url, ...headers },
    body: JSON.stringify([call]),
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}
