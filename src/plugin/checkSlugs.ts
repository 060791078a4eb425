import type { Config } from 'payload'
import { graphqlNames } from '../options/graphqlNames'
import type { Named } from '../options/graphqlNames'
import { COLLECTION_NAMES, DEFAULT_SLUGS, slugIn } from '../options/slugs'
import type { CollectionName } from '../options/slugs'
import type { NewsroomOptions } from '../options/options'
import { quoted } from '../text/quoted'

/** Every table of the newsroom has a name that databases take: PostgreSQL's longest has 63 characters. */
const MAX_LENGTH = 30
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** What tables of Payload, of the newsroom and of SQLite begin with. */
const PREFIXES = ['payload-', 'dateline-', 'sqlite-']

/** The collections of the newsroom whose slugs do not change. */
const FIXED = ['article-events', 'import-items', 'imports', 'redirects', 'share-links']

/** Names directly below `/api` that are no collections. */
const ROUTES = ['access', 'constructor', 'desk', 'globals', 'graphql', 'graphql-playground', 'health', 'import', 'og', 'reorder']

/** What Payload's GraphQL schema calls something else. */
const TYPES = ['Access', 'Boolean', 'DateTime', 'EmailAddress', 'Float', 'Int', 'Json', 'JSON', 'JSONObject', 'Mutation', 'Query', 'String', 'Subscription']

/** What is made of each collection's name for tables beside its own. */
const TABLES = ['blocks', 'locales', 'numbers', 'rels', 'texts']

/** A slug to suggest. */
const SUCH_AS: Readonly<Record<CollectionName, string>> = {
  apiClients: 'programs',
  articles: 'stories',
  authors: 'writers',
  media: 'pictures',
  sections: 'departments',
  tags: 'topics',
  users: 'members',
}

type Given = { name: CollectionName; slug: string }
type Project = Pick<Config, 'collections' | 'endpoints' | 'globals' | 'graphQL'>

/** What is wrong with the slugs of the newsroom's collections, among themselves and in a project; one line each. */
export function slugFaults(options: NewsroomOptions, project: Project): string[] {
  const { collections = [], globals = [] } = project
  const given = COLLECTION_NAMES.map((name): Given => ({ name, slug: slugIn(options, name) }))
  const isOwn = (slug: string) => collections.some((each) => each.slug === slug)
  const isJoining = ({ name, slug }: Given) => (name === 'media' || name === 'users') && isOwn(slug)
  const taken = (slug: string) => isOwn(slug) || globals.some((each) => each.slug === slug)
  const faults = given.flatMap((one, index) => {
    const twin = given.slice(0, index).find(({ slug }) => slug === one.slug)
    if (twin) return [`newsroom: ${twin.name}.slug and ${one.name}.slug are both ${quoted(one.slug)}: give each a slug of its own.`]
    // The project's own may be called as Payload lets it be.
    if (isJoining(one)) return globals.some(({ slug }) => slug === one.slug) ? [takenFault(one)] : []
    const shape = one.slug === DEFAULT_SLUGS[one.name] ? undefined : shapeFault(one)
    if (shape !== undefined) return [shape]
    if (taken(one.slug)) return [takenFault(one)]
    const clash = one.slug === DEFAULT_SLUGS[one.name] ? undefined : clashFault(one, given, project)
    return clash === undefined ? [] : [clash]
  })
  const fixed = FIXED.filter(taken).map((slug) => `newsroom: the project has a collection or global "${slug}" of its own, as the newsroom has: give yours another slug, and rename its tables (docs/install.md).`)
  return [...faults, ...fixed]
}

/** What is wrong with a slug by itself. */
function shapeFault({ name, slug }: Given): string | undefined {
  const said = `newsroom: ${name}.slug ${quoted(slug)}`
  const prefix = PREFIXES.find((each) => slug.startsWith(each))
  if (prefix !== undefined) return `${said} begins with ${prefix}, which is kept for tables that are not yours: write another, such as ${SUCH_AS[name]}.`
  if (!SLUG.test(slug)) return `${said} cannot be a slug: write lowercase letters from a to z, digits, and single hyphens between them, beginning with a letter, such as ${SUCH_AS[name]}.`
  if (slug.length > MAX_LENGTH) return `${said} is too long: write ${String(MAX_LENGTH)} characters at most, such as ${SUCH_AS[name]}.`
  if (FIXED.includes(slug)) return `${said} is the slug of another collection of the newsroom: write another, such as ${SUCH_AS[name]}.`
  return ROUTES.includes(slug) ? `${said} has another meaning at /api/${slug}: write another, such as ${SUCH_AS[name]}.` : undefined
}

function takenFault({ name, slug }: Given): string {
  return `newsroom: the project has a collection or global "${slug}" of its own, as the newsroom has: give yours another slug, or the newsroom's, as in ${name}: { slug: '${SUCH_AS[name]}' }.`
}

/** What else would have the names that are made of a slug. */
function clashFault({ name, slug }: Given, given: readonly Given[], { collections = [], endpoints, globals = [], graphQL }: Project): string | undefined {
  const said = `newsroom: ${name}.slug ${quoted(slug)}`
  const instead = `: write another, such as ${SUCH_AS[name]}.`
  if (endpoints?.some(({ path }) => path.split('/')[1] === slug)) return `${said} takes /api/${slug} from an endpoint of the project${instead}`
  const ours = [...given.filter((each) => each.name !== name).map((each) => each.slug), ...FIXED].filter((each) => !collections.some((own) => own.slug === each))
  const others: readonly Named[] = [...ours.map((each) => ({ slug: each })), ...collections, ...globals]
  const table = others.find((each) => isSameTable(slug, each.slug))
  if (table) return `${said} would share a table with "${table.slug}"${instead}`
  if (graphQL?.disable) return undefined
  const names = namesOf({ slug })
  const type = names.find((each) => TYPES.includes(each))
  if (type !== undefined) return `${said} would be called ${type} in GraphQL, where that is something else${instead}`
  const other = others.find((each) => namesOf(each).some((one) => names.includes(one)))
  return other && `${said} would be called ${names.join(' and ')} in GraphQL, as "${other.slug}" is${instead}`
}

function namesOf(named: Named): string[] {
  const names = graphqlNames(named)
  return names ? [names.one, names.many] : []
}

/** Whether two collections would have a table in common: their own, or one of the parts of a document. */
function isSameTable(one: string, other: string): boolean {
  const [a, b] = [tableOf(one), tableOf(other)]
  return a === b || TABLES.some((part) => a === `${b}_${part}` || b === `${a}_${part}`)
}

/** The name of a table, as Payload makes it of a slug or the name of a field. */
export function tableOf(slug: string): string {
  return slug.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()
}
