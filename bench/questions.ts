/** One HTTP request. */
export type Question = { body?: string; method: 'GET' | 'POST'; path: string }

/**
 * How a question is put: as a developer writes it at first, the same with only a card's fields, or as Dateline advises.
 */
export const WORDINGS = ['natural', 'card', 'advised'] as const

export type Wording = (typeof WORDINGS)[number]

/** A question a site asks. */
export type QuestionPlan = { id: string; title: string; wordings: Partial<Record<Wording, Question>> & { advised: Question } }

/** What of the sample newsroom the questions name. */
export type Sample = { section: string; sectionSlug: string; slug: string }

const NEWEST_PUBLISHED = 'sort=-publishedAt&where[_status][equals]=published'
const CARD = ['headline', 'slug', 'publishedAt', 'standfirst', 'section', 'bylines']
const PAGE = [...CARD, 'body', 'tags']

/** The questions of the bench. `_status` is asked for because a stock project's developer would. */
export function questions({ section, sectionSlug, slug }: Sample): QuestionPlan[] {
  const bySlug = `where[slug][equals]=${slug}`
  const article = cards('body tags { name slug }')
  return [
    {
      id: 'Q1',
      title: 'front page, newest 10',
      wordings: {
        natural: get(`limit=10&${NEWEST_PUBLISHED}`),
        card: get(`limit=10&${NEWEST_PUBLISHED}&${select(CARD)}`),
        advised: get(`limit=10&pagination=false&${select(CARD)}`),
      },
    },
    {
      id: 'Q2',
      title: 'section, page 2 of 20',
      wordings: {
        natural: get(`limit=20&page=2&${NEWEST_PUBLISHED}&where[section.slug][equals]=${sectionSlug}`),
        card: get(`limit=20&page=2&${NEWEST_PUBLISHED}&where[section][equals]=${section}&${select(CARD)}`),
        advised: get(`limit=20&page=2&pagination=false&where[section][equals]=${section}&${select(CARD)}`),
      },
    },
    {
      id: 'Q3',
      title: 'article by slug',
      wordings: {
        natural: get(bySlug),
        advised: get(`limit=1&pagination=false&${bySlug}&${select(PAGE)}`),
      },
    },
    {
      id: 'Q4',
      title: 'Q1 in GraphQL',
      wordings: {
        natural: graphql(`Articles(limit: 10, sort: "-publishedAt", where: {_status: {equals: published}}) ${cards('')}`),
        advised: graphql(`Articles(limit: 10, pagination: false, select: true) ${cards('')}`),
      },
    },
    {
      id: 'Q5',
      title: 'Q3 in GraphQL',
      wordings: {
        natural: graphql(`Articles(where: {slug: {equals: "${slug}"}}) ${article}`),
        advised: graphql(`Articles(limit: 1, pagination: false, select: true, where: {slug: {equals: "${slug}"}}) ${article}`),
      },
    },
  ]
}

function get(query: string): Question {
  return { method: 'GET', path: `/api/articles?${query}` }
}

function graphql(selection: string): Question {
  return { method: 'POST', path: '/api/graphql', body: JSON.stringify({ query: `{ ${selection} }` }) }
}

function select(fields: readonly string[]): string {
  return fields.map((field) => `select[${field}]=true`).join('&')
}

function cards(more: string): string {
  const person = 'bylines { role author { name slug } }'
  return `{ docs { headline slug publishedAt standfirst section { name slug } ${person} ${more} } }`
}

/** The address on its server, with characters that a URL may not hold written as such. */
export function urlOf(base: string, { path }: Question): string {
  return new URL(path, base).href
}

/** The request as `fetch` takes it. */
export function requestInit({ body, method }: Question): { body?: string; headers: Record<string, string>; method: 'GET' | 'POST' } {
  return { method, headers: body === undefined ? {} : { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body }) }
}
