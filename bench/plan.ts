import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Child } from './child'
import { questions, requestInit, urlOf, WORDINGS } from './questions'
import type { Question, Sample, Wording } from './questions'
import type { ServerName } from './servers'

/** One question in one wording, asked of one server. */
export type Cell = {
  bytes: number
  id: string
  question: Question
  server: Child
  serverName: ServerName
  title: string
  wording: Wording
}

type Plan = { answers: string; only: readonly string[]; servers: ReadonlyMap<ServerName, Child> }

/**
 * Every cell to measure, each asked once before: all servers must answer 200 and name the same articles in the same order.
 *
 * @throws Error that says which server answers otherwise
 */
export async function planCells({ answers, only, servers }: Plan): Promise<Cell[]> {
  const ours = servers.get('ours')
  const bare = servers.get('bare')
  if (!ours) throw new Error('Dateline must be up: it says what the right answers are.')
  const cells: Cell[] = []
  for (const { id, title, wordings } of questions(await sampleOf(ours))) {
    for (const wording of WORDINGS) {
      const question = wordings[wording]
      if (!question) continue
      const expected = await answerOf(ours, question)
      for (const [serverName, server] of servers) {
        const name = `${id} ${wording} ${serverName}`
        if (serverName === 'bare' || !isWanted(name, only)) continue
        const answer = await answerOf(server, question)
        if (slugsIn(answer) !== slugsIn(expected)) throw new Error(`${name}: other articles than Dateline answers.\n${answer.slice(0, 300)}`)
        cells.push({ bytes: Buffer.byteLength(answer), id, question, server, serverName, title, wording })
      }
      if (bare && wording === 'advised' && isWanted(`${id} ${wording} bare`, only)) {
        await writeFile(path.join(answers, `${id}.json`), expected)
        const asFile: Question = { method: 'GET', path: `/${id}` }
        cells.push({ bytes: Buffer.byteLength(expected), id, question: asFile, server: bare, serverName: 'bare', title, wording })
      }
    }
  }
  return cells
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part))
}

/** An article from the middle of the front page, and its section. */
async function sampleOf(server: Child): Promise<Sample> {
  const answer = await answerOf(server, { method: 'GET', path: '/api/articles?limit=10&depth=1' })
  const { docs }: { docs: { section: { id: string; slug: string }; slug: string }[] } = JSON.parse(answer)
  const article = docs[5]
  if (!article) throw new Error('There are fewer than six articles.')
  return { section: article.section.id, sectionSlug: article.section.slug, slug: article.slug }
}

async function answerOf(server: Child, question: Question): Promise<string> {
  const response = await fetch(urlOf(server.url, question), requestInit(question))
  const text = await response.text()
  if (!response.ok || text.includes('"errors"')) throw new Error(`${question.path} answered ${response.status}: ${text.slice(0, 500)}`)
  return text
}

/** Slugs of the articles in the order of the answer. */
function slugsIn(answer: string): string {
  const parsed: { data?: { Articles: Page }; docs?: Slugged[] } = JSON.parse(answer)
  const docs = parsed.docs ?? parsed.data?.Articles.docs ?? []
  return docs.map(({ slug }) => slug).join(' ')
}

type Slugged = { slug: string }
type Page = { docs: Slugged[] }
