/**
 * How SQLite finds the articles of each question, with Dateline's indexes, with one compound index and with none.
 *
 *   npx tsx bench/explain.ts > bench/explain.md
 */
import { getPayload, handleEndpoints } from 'payload'
import type { Payload } from 'payload'
import { isSqlite } from '../src/database/engine'
import type { Client } from '../src/database/sqlite/client'
import { openClient } from '../src/database/sqlite/client'
import { prepareData, SECRET } from './data'
import type { Data } from './data'
import { questions, requestInit, urlOf } from './questions'
import type { Question, Sample } from './questions'

type Statement = Exclude<Parameters<Client['batch']>[0][number], string | readonly unknown[]>

const ARTICLES = 2_000

const INTRODUCTION = `# How SQLite finds the articles

Written by \`npx tsx bench/explain.ts\`. Each statement on the articles that a REST question of the bench makes, with
\`EXPLAIN QUERY PLAN\` on the same newsroom with three sets of indexes: **ours** as in collections/Articles/index.ts,
**indexed** with only \`(_status, published_at, created_at)\`, **stock** with none that spans columns. The database holds no
statistics (\`ANALYZE\` is never run), so the plans are the same at every size. GraphQL asks the same statements.

A covering index answers without a look at the table: an article's row is long (its body stands in it), and
\`deleted_at\` comes after the body. \`USE TEMP B-TREE FOR ORDER BY\` at the top means that every article found is sorted
before the first is answered.
`

function recordStatements(payload: Payload): Statement[] {
  if (!isSqlite(payload.db)) throw new Error('This is about SQLite.')
  const { client } = payload.db
  const execute = client.execute.bind(client)
  const recorded: Statement[] = []
  Object.assign(client, {
    execute: (statement: Statement) => {
      recorded.push(statement)
      return execute(statement)
    },
  })
  return recorded
}

async function planOf(client: Client, { args, sql }: Statement): Promise<string[]> {
  const { rows } = await client.execute({ args: args ?? [], sql: `EXPLAIN QUERY PLAN ${sql}` })
  // Further down are the bylines and tags of each article, the same everywhere.
  const steps = rows.filter(({ parent }) => Number(parent) === 0).map(({ detail }) => String(detail).replace(JOINED, 'joined'))
  return steps.filter((step) => !step.includes('SUBQUERY'))
}

/** The adapter gives a joined table a new name for each statement. */
const JOINED = /[\da-f]{8}(_[\da-f]{4}){3}_[\da-f]{12}/g

/** What a reader needs of the statement: where it looks and in which order. */
function shorten({ sql }: Statement): string {
  const bare = sql.replaceAll('"articles".', '').replaceAll('"', '').replace(JOINED, 'joined')
  return bare.replace(/^select (?!count).* from articles (articles )?/, 'select … from articles ')
}

async function sampleOf(payload: Payload): Promise<Sample> {
  const { docs } = await payload.find({ collection: 'articles', depth: 1, limit: 6, overrideAccess: false })
  const article = docs[5]
  if (typeof article?.section !== 'object') throw new Error('The newsroom holds too few articles.')
  return { section: article.section.id, sectionSlug: article.section.slug, slug: article.slug }
}

async function explain(data: Data): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: data.ours, DISABLE_PAYLOAD_HMR: 'true', NODE_ENV: 'production', PAYLOAD_SECRET: SECRET })
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  const files = await Promise.all((['ours', 'indexed', 'stock'] as const).map(async (name) => ({ name, client: await openClient(data[name]) })))
  const sample = await sampleOf(payload)
  const recorded = recordStatements(payload)
  const ask = (question: Question) => handleEndpoints({ config, request: new Request(urlOf('http://localhost', question), requestInit(question)) })

  console.log(INTRODUCTION)
  for (const { id, title, wordings } of questions(sample)) {
    for (const [wording, question] of Object.entries(wordings)) {
      if (question.method === 'POST') continue
      recorded.length = 0
      await ask(question)
      console.log(`## ${id} ${title}, ${wording}: ${recorded.length} statements\n`)
      for (const statement of recorded.filter(({ sql }) => sql.includes('from "articles"'))) {
        console.log(`\`${shorten(statement)}\`\n`)
        for (const { client, name } of files) console.log(`- ${name}: ${(await planOf(client, statement)).join('; ')}`)
        console.log('')
      }
    }
  }
}

await explain(await prepareData(ARTICLES, (line) => process.stderr.write(`${line}\n`)))
process.exit(0)
