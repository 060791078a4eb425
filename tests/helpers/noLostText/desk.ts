import type { Client } from '../client'

/** What the database has of an article, asked past everything that stands between the browser and the server. */
export type Newest = { id: string; revision: number; stage: string; standfirst?: string | null; text: string }

/** Asks until the server, which may be starting again, answers. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

export async function newestOf(admin: Client, id: string): Promise<Newest> {
  const { body, status } = await patiently(() => admin.get<Omit<Newest, 'text'>>(`/api/articles/${id}`, { depth: 0, draft: true, trash: true }))
  if (status !== 200) throw new Error(`The article answered ${status}.`)
  return { ...body, text: JSON.stringify(body) }
}

/** What a colleague changes: after a refusal they read it again, as a person would. */
export async function change(admin: Client, id: string, changeOf: (newest: Newest) => object, query: object = { draft: true }): Promise<number> {
  for (let tries = 0; tries < 5; tries += 1) {
    const newest = await newestOf(admin, id)
    const { status } = await patiently(() => admin.send('PATCH', `/api/articles/${id}`, { ...changeOf(newest), revision: newest.revision }, { ...query, trash: true }))
    if (status !== 409) return status
  }
  return 409
}
