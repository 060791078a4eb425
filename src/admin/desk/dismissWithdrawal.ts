import { faultsOf } from '../faultsOf'

/**
 * Asks the server to dismiss the withdrawal of an article.
 *
 * @param url the article's address in the API
 * @param otherwise what is wrong where the server does not say
 * @returns what is wrong, in the server's words, when it was refused
 */
export async function dismissWithdrawal(url: string, note: string, otherwise: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/dismiss-withdrawal`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ note }),
  })
  if (response.ok) return []
  const faults = faultsOf(await response.json().catch(() => undefined))
  return faults.length > 0 ? faults : [otherwise]
}
