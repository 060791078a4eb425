import type { Client } from '../src/database/sqlite/client'

/** Hours between the newest article of one copy and that of the next: more than any run of the seed spans. */
const HOURS_BETWEEN = 24 * 90

/** What a copied row has of its own, as SQL of the row it is a copy of; `:n` is the number of the copy. */
const OWN: Record<string, Record<string, string>> = {
  articles: {
    id: ofCopy('id'),
    slug: ofCopy('slug'),
    published_at: earlier('published_at'),
    created_at: earlier('created_at'),
    updated_at: earlier('updated_at'),
    source_guid: ofCopy('source_guid'),
    // Put into the search index when the newsroom is next opened.
    search: 'null',
  },
  articles_bylines: { id: ofCopy('id'), _parent_id: ofCopy('_parent_id') },
  articles_rels: { id: 'null', parent_id: ofCopy('parent_id') },
  _articles_v: {
    id: ofCopy('id'),
    parent_id: ofCopy('parent_id'),
    version_slug: ofCopy('version_slug'),
    version_published_at: earlier('version_published_at'),
    version_created_at: earlier('version_created_at'),
    version_updated_at: earlier('version_updated_at'),
    created_at: earlier('created_at'),
    updated_at: earlier('updated_at'),
    version_source_guid: ofCopy('version_source_guid'),
    version_search: 'null',
  },
  _articles_v_version_bylines: { id: ofCopy('id'), _parent_id: ofCopy('_parent_id') },
  _articles_v_rels: { id: 'null', parent_id: ofCopy('parent_id') },
}

/** Makes `times` as many articles of those that are there, older and older, with their bylines, tags and versions. */
export async function multiplyArticles(client: Client, times: number): Promise<void> {
  await client.execute('PRAGMA synchronous = OFF')
  for (const table of Object.keys(OWN)) {
    const { rows } = await client.execute(`select max(rowid) as last from ${table}`)
    const last = Number(rows[0]?.last ?? 0)
    const columns = await columnsOf(client, table)
    const names = columns.map((name) => `"${name}"`).join(', ')
    const values = columns.map((name) => OWN[table]?.[name] ?? `"${name}"`).join(', ')
    for (let n = 1; n < times; n += 1) {
      await client.execute({ sql: `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} WHERE rowid <= :last`, args: { n: BigInt(n), last } })
    }
  }
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.execute(`select name from pragma_table_info('${table}')`)
  return rows.map(({ name }) => String(name))
}

/** A value that must be another one in every copy. */
function ofCopy(column: string): string {
  return `${column} || '-' || :n`
}

/** ISO 8601 with milliseconds, as Payload writes dates. */
function earlier(column: string): string {
  return `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-' || (:n * ${HOURS_BETWEEN}) || ' hours')`
}
