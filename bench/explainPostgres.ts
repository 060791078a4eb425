/**
 * How PostgreSQL finds the articles of each question of the bench.
 *
 *   DATABASE_URL=postgres://… npx tsx bench/explainPostgres.ts > bench/explain-postgres.md
 *
 * The database is filled with made-up articles when it is empty.
 */
import { getPayload, handleEndpoints } from 'payload'
import type { Payload } from 'payload'
import { seedNewsroom } from '../seed'
import { seedSample } from '../seed/sample'
import { isPostgres } from '../src/database/engine'
import { SECRET } from './data'
import { questions, requestInit, urlOf } from './questions'

const ARTICLES = 2_000

const INTRODUCTION = `# How PostgreSQL finds the articles

Written by \`bench/explainPostgres.ts\`. Each statement on the articles that a REST question of the bench makes, with the
nodes of its \`EXPLAIN\`, on a newsroom of ${ARTICLES.toLocaleString('en')} made-up articles after \`ANALYZE\`. Joins of bylines and tags are left out.
`

type Statement = { text: string; values: unknown[] }
type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; 'Sort Key'?: string[]; Plans?: Plan[] }

/** Has a pool tell every statement that it is asked. */
function recordStatements({ db }: Payload): { ask: (statement: Statement) => Promise<Plan>; recorded: Statement[] } {
  if (!isPostgres(db)) throw new Error('This is about PostgreSQL.')
  const { pool } = db
  const query = pool.query.bind(pool) as (text: string, values: unknown[]) => Promise<{ rows: Record<string, [{ Plan: Plan }]>[] }>
  const recorded: Statement[] = []
  Object.assign(pool, {
    query: (config: { text: string }, values: unknown[] = []) => {
      recorded.push({ text: config.text, values })
      return Reflect.apply(query, pool, [config, values]) as unknown
    },
  })
  const ask = async ({ text, values }: Statement) => {
    const { rows } = await query(`explain (format json) ${text}`, values)
    const plan = rows[0]?.['QUERY PLAN']?.[0].Plan
    if (!plan) throw new Error('PostgreSQL explains nothing.')
    return plan
  }
  return { ask, recorded }
}

/** The nodes that look at articles or sort them, outermost first. */
function stepsOf(plan: Plan): string[] {
  const { 'Index Name': index, 'Node Type': type, 'Relation Name': relation, 'Sort Key': sort } = plan
  const isTold = type.endsWith('Sort') || (relation ?? index ?? '').startsWith('articles')
  const told = [type, index && `using ${index}`, relation && `on ${relation}`, sort && `by ${sort.join(', ')}`].filter(Boolean).join(' ')
  return [...(isTold ? [told] : []), ...(plan.Plans ?? []).flatMap(stepsOf)].filter((step) => !/articles_+(?:bylines|corrections|rels)/.test(step))
}

/** What a reader needs of the statement: where it looks and in which order. */
function shorten({ text }: Statement): string {
  return text.replaceAll('"articles".', '').replaceAll('"', '').replace(/^select (?!count).* from articles (articles )?/s, 'select … from articles ').replaceAll(/left join lateral .* on true/gs, '…').replaceAll(/[\da-f]{8}(?:_[\da-f]{4}){3}_[\da-f]{12}/g, 'joined')
}

async function explain(): Promise<void> {
  Object.assign(process.env, { DISABLE_PAYLOAD_HMR: 'true', NODE_ENV: 'production', PAYLOAD_SECRET: SECRET })
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  if ((await payload.count({ collection: 'articles' })).totalDocs === 0) {
    await seedNewsroom(payload)
    await seedSample(payload, ARTICLES)
  }
  const { ask, recorded } = recordStatements(payload)
  await ask({ text: 'select 1', values: [] })
  if (isPostgres(payload.db)) await payload.db.drizzle.execute('analyze')
  const { docs } = await payload.find({ collection: 'articles', depth: 1, limit: 6, overrideAccess: false })
  const article = docs[5]
  if (typeof article?.section !== 'object') throw new Error('The newsroom holds too few articles.')

  console.log(INTRODUCTION)
  for (const { id, title, wordings } of questions({ section: article.section.id, sectionSlug: article.section.slug, slug: article.slug })) {
    for (const [wording, question] of Object.entries(wordings)) {
      if (question.method === 'POST') continue
      recorded.length = 0
      await handleEndpoints({ config, request: new Request(urlOf('http://localhost', question), requestInit(question)) })
      console.log(`## ${id} ${title}, ${wording}: ${recorded.length} statements\n`)
      for (const statement of recorded.filter(({ text }) => text.includes('from "articles"'))) {
        console.log(`\`${shorten(statement)}\`\n`)
        for (const step of stepsOf(await ask(statement))) console.log(`- ${step}`)
        console.log('')
      }
    }
  }
}

await explain()
process.exit(0)
