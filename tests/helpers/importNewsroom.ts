import { seedNewsroom } from '../../seed'
import type { Attention } from '../../src/desk/types'
import type { StoryReport } from '../../src/ingest/save/types'
import { aProgram } from './apiClients'
import type { Program } from './apiClients'
import { signIn } from './client'
import type { Client } from './client'
import type { ImportAnswer } from './imports'
import { openNewsroom } from './newsroom'
import type { TestNewsroom } from './newsroom'

/** A newsroom, and who imports into it. */
export type ImportNewsroom = {
  newsroom: TestNewsroom
  editor: Client
  /** A key that only brings drafts in. */
  ingest: Program
  /** A key that also publishes and withdraws what it sent. */
  publisher: Program
}

/** Opens the newsroom that ships, with those who import into it by HTTP. */
export async function openImportNewsroom(): Promise<ImportNewsroom> {
  const newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
  await signIn(newsroom, 'admin')
  return {
    newsroom,
    editor: await signIn(newsroom, 'editor'),
    ingest: await aProgram(newsroom, ['ingest']),
    publisher: await aProgram(newsroom, ['ingest-publish']),
  }
}

/** Sends a file with one story to the import, and tells what became of it. */
export async function sendStory(client: Client, query: string, copy: string): Promise<{ report: StoryReport; status: number }> {
  const { body, status } = await client.sendBody<ImportAnswer>(`/api/import?${query}`, copy)
  const [report] = body.reports
  if (!report) throw new Error(JSON.stringify(body))
  return { report, status }
}

/** The articles whose withdrawal waits for an editor, as the desk shows them. */
export async function killsOnDesk(editor: Client): Promise<string[]> {
  const { body } = await editor.get<{ attention: Attention }>('/api/desk')
  return body.attention.kills.map(({ id }) => id)
}

/** A ninjs item of a made-up agency. */
export function item(uri: string, more: object = {}): string {
  return JSON.stringify({
    uri,
    headline: `Story ${uri}`,
    body_text: 'First words.',
    infoSources: [{ name: 'CJ journalist', role: 'reporter' }],
    subjects: [{ name: 'Politics', rel: 'section' }],
    ...more,
  })
}

/** Sends such an item, and gives its report. */
export async function send(client: Client, copy: string, query = ''): Promise<StoryReport> {
  return (await sendStory(client, `name=copy.json${query}`, copy)).report
}
