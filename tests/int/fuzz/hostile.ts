import fc from 'fast-check'

/** A request as a stranger to the API, or an enemy of it, may send it. */
export type Hostile = {
  /** Which of the people and programs of the test sends it. */
  who: string
  method: string
  /** With its query. */
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
}

/** What is there to be asked for. */
export type Ground = { who: readonly string[]; ids: readonly string[] }

const COLLECTIONS = ['articles', 'articles', 'articles', 'authors', 'sections', 'tags', 'media', 'users', 'api-clients', 'article-events', 'imports', 'import-items', 'payload-jobs', 'payload-locked-documents', 'payload-preferences', 'payload-kv', 'payload-migrations', 'redirects', '__proto__', 'constructor', 'nope']
const FIELDS = ['headline', 'slug', 'body', 'body.root', 'standfirst', 'section', 'section.name', 'tags', 'bylines', 'bylines.author', 'bylines.0.author', 'bylines.author.email', 'related', 'related.headline', 'events', 'events.note', 'heroImage', 'meta', 'meta.title', 'source', 'source.text', 'dateline.date', 'publishedAt', 'embargoUntil', 'pubStatus', 'stage', 'note', 'corrections', 'corrections.text', 'wordCount', '_status', 'id', '_id', 'deletedAt', 'createdBy', 'name', 'role', 'email', 'password', 'roles', 'aliases', 'sameAs', 'articles', 'order', 'parent', 'alt', 'credit', 'filename', 'sizes', 'key', 'keyHash', 'scopes', 'expiresAt', 'version', 'version.headline', 'parent.headline', 'latest', 'user', 'user.value', 'document', 'document.value', 'hash', 'salt', 'sessions', '__proto__', 'constructor', 'toString', '$where', 'a b', '']
const OPERATORS = ['equals', 'not_equals', 'like', 'not_like', 'contains', 'in', 'not_in', 'all', 'exists', 'greater_than', 'less_than', 'greater_than_equal', 'less_than_equal', 'near', 'within', 'intersects', '$ne', '$where', '__proto__', 'nope', '']
const TEXTS = ['', ' ', 'x', 'true', 'false', 'null', 'undefined', 'NaN', '0', '-1', '1e309', '9007199254740993', '9'.repeat(400), '[]', '{}', '[object Object]', "' OR 1=1 --", '$ne', '%', '_', '\\', '(', '.*', '(a+)+$', '\0', '\u202e', '\ufffe', '\ud800', '😀'.repeat(50), 'ß'.repeat(5000), '2026-13-45T99:99:99Z', '+275760-09-13T00:00:00.001Z', '-271821-04-20', '../../etc/passwd', '<script>alert(1)</script>', 'javascript:alert(1)', 'published', 'draft', 'usable', 'canceled', 'admin', 'ready', 'en', '{"equals":1}']
const PARAMETERS = ['limit', 'page', 'depth', 'draft', 'trash', 'sort', 'pagination', 'locale', 'fallback-locale', 'fallbackLocale', 'select', 'populate', 'joins', 'where', 'autosave', 'publishSpecificLocale', 'publishAllLocales', 'unpublishAllLocales', 'data', 'overrideLock', 'duplicateFromID', 'overrideAccess', 'showHiddenFields', 'user', 'name', 'publish', 'dryRun', 'create', 'onConflict', 'allQueues', 'prefix', '__proto__', 'constructor']

const text = fc.oneof({ arbitrary: fc.constantFrom(...TEXTS), weight: 3 }, { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 })
const field = fc.constantFrom(...FIELDS)
const operator = fc.constantFrom(...OPERATORS)
const inPath = (part: string) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'))

/** Requests of every kind, for the people and the documents there are. */
export function hostileRequests({ ids, who }: Ground): fc.Arbitrary<Hostile> {
  const id = fc.oneof({ arbitrary: fc.constantFrom(...ids), weight: 3 }, { arbitrary: text, weight: 1 })
  const value: fc.Arbitrary<unknown> = fc.oneof(text, id, fc.constantFrom<unknown>(null, true, 0, -0, 1e308, Number.MAX_SAFE_INTEGER + 2, [], {}, [[]], [null]), fc.json({ maxDepth: 3 }).map((json): unknown => JSON.parse(json)))

  const parameter = fc.oneof(
    fc.tuple(fc.constantFrom(...PARAMETERS), value).map(([name, given]) => `${name}=${inPath(asText(given))}`),
    fc.tuple(field, operator, value).map(([name, how, given]) => `where[${inPath(name)}][${inPath(how)}]=${inPath(asText(given))}`),
    fc.tuple(fc.constantFrom('or', 'and', 'OR', 'not'), fc.nat(1200), field, operator, value).map(([word, at, name, how, given]) => `where[${word}][${at}][${inPath(name)}][${how}]=${inPath(asText(given))}`),
    fc.tuple(fc.constantFrom('articles', 'events', 'items', 'nope'), fc.constantFrom('where', 'sort', 'limit', 'page', 'count', '__proto__'), field, operator, value).map(([join, what, name, how, given]) => `joins[${join}][${what}]${what === 'where' ? `[${inPath(name)}][${how}]` : ''}=${inPath(asText(given))}`),
    fc.tuple(fc.constantFrom('select', 'populate'), field, field, value).map(([word, one, other, given]) => `${word}[${inPath(one)}][${inPath(other)}]=${inPath(asText(given))}`),
    fc.tuple(fc.constantFrom(...PARAMETERS), fc.integer({ min: 5, max: 400 })).map(([name, depth]) => `${name}${'[a]'.repeat(depth)}=1`),
    field.map((name) => `sort=-${inPath(name)}`),
    fc.constantFrom('select[__proto__]=true', 'select[constructor][prototype]=true', 'populate[__proto__][name]=true', 'populate[articles][__proto__]=true', 'populate=x', 'joins[__proto__][limit]=1', 'joins[events][where]=x', 'joins=x', 'joins[events]=true', 'locale=__proto__', 'locale[]=x', 'fallback-locale[]=x&locale=*', 'uploadEdits[crop][x]=NaN', 'after=', 'after=e30', 'after[]=x', 'after=bnVsbA&limit=5', '%', '%zz=1', '&&&', '=', '[]=1', '__proto__[admin]=1', 'constructor[prototype][admin]=1', 'a'.repeat(9000)),
  )
  const query = fc.array(parameter, { maxLength: 4 }).map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))

  const collection = fc.constantFrom(...COLLECTIONS)
  const ofCollection = fc.tuple(collection, id, fc.constantFrom('', '/count', '/versions', '/versions/ID', '/versions/count', '/ID', '/ID/duplicate', '/ID/ninjs', '/ID/jsonld', '/ID/key', '/ID/schedule', '/ID/merge', '/by-slug/ID', '/access/ID', '/access', '/ID/ID/ID', '/file/ID', '/paste-url/ID?src=ID')).map(([slug, given, end]) => `/api/${slug}${end.replaceAll('ID', inPath(given))}`)
  const ofLogins = fc.tuple(fc.constantFrom('users', 'api-clients', 'articles'), fc.constantFrom('login', 'logout', 'me', 'init', 'refresh-token', 'forgot-password', 'reset-password', 'unlock', 'first-register', 'verify/x')).map(([slug, end]) => `/api/${slug}/${end}`)
  const elsewhere = fc.constantFrom('/api', '/api/', '/api/access', '/api/health', '/api/import', '/api/import', '/api/payload-jobs/run', '/api/payload-jobs/handle-schedules', '/api/payload-preferences/x', '/api/og', '/feeds/rss.xml', '/feeds/nope', '/feeds/sections/%00/rss.xml', '/feeds/tags/x/atom.xml', '/feeds/authors/%F0%9F%98%80/feed.json', '/feeds/sections/..%2f..%2f/rss.xml', '/feeds/tags/%E0%A4%A/rss.xml', '/feeds/sections/a/b/c/rss.xml', '/share/x', '/share/%00', '/share/' + 'x'.repeat(3000), '/preview/articles/x', '/preview/articles/%00', '/articles/%E0%A4%A', '/articles/%00', '/sections/__proto__', '/authors/constructor', '/?page=-1', '/?page=1e309', '/?page=x&page=y', '/api/desk', '/api/desk?today=x&section=%00&author[]=1', '/api/desk?today=%2B275760-09-13T00:00:00.001Z&mine=5', '/sitemap.xml', '/sitemaps/x', '/sitemaps/articles-999999999999.xml', '/news-sitemap.xml', '/robots.txt')
  const path = fc.oneof({ arbitrary: ofCollection, weight: 6 }, { arbitrary: ofLogins, weight: 1 }, { arbitrary: elsewhere, weight: 2 }, { arbitrary: text.map((each) => `/api/${inPath(each)}`), weight: 1 })

  const document = fc.dictionary(fc.constantFrom(...FIELDS.filter((name) => !name.includes('.')), ...['section', 'data', 'token', 'value', '_verified']), fc.oneof(value, lexical(id)), { maxKeys: 6 })
  const json = fc.oneof(
    { arbitrary: document.map((each) => JSON.stringify(each)), weight: 8 },
    { arbitrary: fc.constantFrom(...BROKEN), weight: 1 },
    { arbitrary: value.map((each) => JSON.stringify(each)), weight: 1 },
  )
  const bodies: fc.Arbitrary<{ body?: string; type?: string }> = fc.oneof(
    { arbitrary: json.map((body) => ({ body, type: 'application/json' })), weight: 6 },
    { arbitrary: fc.tuple(json, fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data', 'nonsense', 'application/json; charset=utf-16')).map(([body, type]) => ({ body, type })), weight: 1 },
    { arbitrary: fc.tuple(json, fc.constantFrom(...MULTIPART)).map(([payload, form]) => ({ body: form.replace('PAYLOAD', payload), type: 'multipart/form-data; boundary=b' })), weight: 2 },
    { arbitrary: fc.constant({}), weight: 1 },
  )
  const headers = fc.constantFrom<Record<string, string>>({}, {}, {}, { 'X-HTTP-Method-Override': 'GET' }, { 'X-Payload-HTTP-Method-Override': 'DELETE' }, { 'X-Payload-HTTP-Method-Override': 'GET' }, { 'X-HTTP-Method-Override': '__proto__' }, { 'Content-Type': '\tmultipart/form-data;boundary=' }, { 'Content-Type': 'application/json;charset=\u00ff' }, { 'Content-Encoding': 'gzip' }, { Authorization: 'JWT ' }, { Authorization: 'api-clients API-Key ' }, { Authorization: 'users API-Key x' }, { 'X-Forwarded-For': 'x, y' }, { Accept: 'text/x-component', 'Next-Action': 'x' }, { 'Accept-Language': '*'.repeat(500) }, { Cookie: 'payload-token=nope; payload-lng=__proto__' }, { Range: 'bytes=9-1' }, { 'If-None-Match': '"'.repeat(99) }, { Origin: 'null' })
  const rest = fc
    .record({ who: fc.constantFrom(...who), method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS'), path, query, sent: bodies, headers })
    .map(({ headers: more, method, path: where, query: asked, sent: { body, type }, who: sender }): Hostile => {
      const isBare = method === 'GET' || body === undefined
      return { who: sender, method, path: where.includes('?') ? where : where + asked, headers: { ...more, ...(isBare || type === undefined ? {} : { 'Content-Type': type }) }, ...(isBare ? {} : { body }) }
    })
  return fc.oneof({ arbitrary: rest, weight: 5 }, { arbitrary: fc.record({ who: fc.constantFrom(...who), body: graphqlBody(value) }).map(({ body, who: sender }) => ({ who: sender, method: 'POST', path: '/api/graphql', headers: { 'Content-Type': 'application/json' }, body })), weight: 1 })
}

const DEPTH = 10_000
const BROKEN = ['', '{', '"', 'null', '[1', '{"a":1}}', '\ufeff{}', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '['.repeat(DEPTH), '['.repeat(DEPTH) + ']'.repeat(DEPTH), '{"a":'.repeat(DEPTH) + '1' + '}'.repeat(DEPTH), `{"headline":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`, `{"body":{"root":${'{"type":"paragraph","children":['.repeat(DEPTH)}${']}'.repeat(DEPTH)}}}`, `{"headline":"${'x'.repeat(200_000)}"}`, `{"body":{"root":{"type":"root","children":[${'{"type":"list","children":[{"type":"listitem","children":['.repeat(DEPTH)}${']}]}'.repeat(DEPTH)}]}}}`, `{"related":${JSON.stringify(Array.from({ length: 3000 }, () => 'x'))}}`, `{"bylines":${JSON.stringify(Array.from({ length: 3000 }, () => ({ author: 'x' })))}}`, '{"type":"publish","at":{"$gt":0}}', '{"type":["publish"],"at":1e308}', '{"into":{"$ne":null}}', '{"into":["x"]}', '{"article":{"id":{"id":"x"}},"expiresAt":{}}', '{"scopes":"admin","expiresAt":[],"key":{}}']

const MULTIPART = [
  '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\nPAYLOAD\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\nPAYLOAD\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nnot a picture\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"; filename="../../a.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg onload="alert(1)"/>\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data\r\n\r\nPAYLOAD\r\n',
  '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nPAYLOAD\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nPAYLOAD\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8\'\'%00%zz.png\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="_payload"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{}\r\n--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\nPAYLOAD\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="a[b][c"\r\n\r\n1\r\n--b--\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\xd9\r\n--b--\r\n',
  `--b\r\nContent-Disposition: form-data; name="${'x'.repeat(20_000)}"\r\n\r\nPAYLOAD\r\n--b--\r\n`,
  '--b\r\nnonsense',
  '--c\r\n\r\nPAYLOAD\r\n--c--',
]

/** Trees that begin as a Lexical document does, and are none. */
function lexical(id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, 'x', 1, [], {}, { type: 'text' }, { type: 'text', text: 5 }, { type: 'linebreak', version: 1 }, { type: '__proto__', children: [] }, { type: 'root', children: [{ type: 'root', children: [] }] }, { type: 'tab', version: 1, text: '\t', format: 'x', mode: 5, style: {} }, { type: 'horizontalrule' }, { type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [{ type: 'text', text: 'x' }] }] }] }),
      fc.record({ type: fc.constantFrom('paragraph', 'heading', 'quote', 'list', 'listitem', 'link', 'autolink', 'code', 'table', 'tablerow', 'tablecell', 'constructor', 'nope'), tag: fc.constantFrom('h2', 'h9', 5), version: fc.constantFrom(1, 'x'), fields: fc.constantFrom<unknown>(null, {}, { url: 'javascript:alert(1)', linkType: 'internal', doc: 5 }, { linkType: 'internal', doc: { relationTo: 'users', value: 'x' } }, { linkType: 'internal', doc: { relationTo: '__proto__', value: {} } }, { linkType: 5, url: {} }, { linkType: 'custom', url: 'x'.repeat(70_000) }), children: fc.array(tie('node'), { maxLength: 4 }) }, { requiredKeys: ['type', 'children'] }),
      fc.record({ type: fc.constantFrom('upload', 'block', 'inlineBlock', 'relationship'), relationTo: fc.constantFrom('media', 'users', 'nope'), value: fc.oneof(id, fc.constantFrom<unknown>(null, {}, 5)), fields: fc.constantFrom<unknown>(null, 5, {}, { blockType: 'nope' }, { blockType: 'embed', url: 5 }, { blockType: 'pullQuote', text: {} }) }, { requiredKeys: ['type'] }),
    ),
    tree: fc.record({ root: fc.oneof(tie('node'), fc.record({ type: fc.constant('root'), version: fc.constant(1), direction: fc.constantFrom(null, 'x'), format: fc.constantFrom('', 5), indent: fc.constantFrom(0, -1, 'x'), children: fc.array(tie('node'), { maxLength: 5 }) })) }),
  }))
  return tree
}

/** GraphQL that is broken, too deep, too wide, or asks with nonsense. */
function graphqlBody(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const literal = fc.oneof(value.map((each) => JSON.stringify(each)), fc.constantFrom('{}', '{ equals: null }', '{ like: "%" }', '{ equals: "x", in: [] }', '[1, "x", {}]', '$v', 'ENUM', '-0', '1e999', '"""block"""', '"\\u0000"'))
  const query = fc.oneof(
    fc.tuple(fc.constantFrom('Articles', 'Authors', 'Users', 'Imports', 'ApiClients', 'PayloadJobs', 'versionsArticles', 'countArticles', 'Nope'), fc.constantFrom('where', 'limit', 'page', 'sort', 'draft', 'trash', 'select', 'nope'), literal).map(([name, argument, given]) => `query ($v: JSON) { ${name}(${argument}: ${given}) { totalDocs } }`),
    fc.tuple(field, literal).map(([name, given]) => `{ Articles(where: { ${name.replaceAll('.', '__') || 'x'}: ${given} }) { docs { id } } }`),
    fc.tuple(fc.constantFrom('Article', 'Author', 'User', 'versionArticle', 'docAccessArticle', 'Nope'), literal).map(([name, given]) => `{ ${name}(id: ${given}) { id } }`),
    fc.tuple(fc.constantFrom('createArticle', 'updateArticle', 'deleteArticle', 'createTag', 'createApiClient', 'loginUser', 'unlockUser', 'restoreVersionArticle', 'createPayloadPreference'), literal).map(([name, given]) => `mutation ($v: JSON) { ${name}(id: ${given}, data: ${given}) { id } }`),
    fc.tuple(fc.constantFrom('Int', 'Float!', 'String!', '[String!]!', 'Boolean', 'JSON!', 'Article_where!', 'mutationArticleInput!', 'LocaleInputType', 'Nope'), fc.constantFrom('Articles(limit: $v)', 'Articles(sort: $v)', 'Article(id: $v)', 'Articles(where: $v)', 'Articles(draft: $v)', 'Articles(page: $v)')).map(([type, call]) => `query ($v: ${type}) { ${call} { __typename } }`),
    fc.integer({ min: 1, max: 400 }).map((depth) => `{ Articles { docs ${'{ related '.repeat(depth)}{ id }${' }'.repeat(depth)} } }`),
    fc.integer({ min: 1, max: 300 }).map((count) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: Articles { totalDocs }`).join(' ')} }`),
    fc.constantFrom('{', '{ }', 'query', 'subscription { x }', '{ __schema { types { name fields { name type { name } } } } }', 'fragment A on Article { ...A } { Articles { docs { ...A } } }', '{ ...A }', '{ Articles { docs { id @skip(if: "x") } } }', '{ a: __typename a: Access { canAccessAdmin } }', '{'.repeat(DEPTH), '#'.repeat(9000), '{ Articles(where: {AND:['.repeat(300)),
  )
  return fc.oneof(
    { arbitrary: fc.tuple(query, value).map(([asked, v]) => JSON.stringify({ query: asked, variables: { v } })), weight: 5 },
    { arbitrary: fc.tuple(query, value, value).map(([asked, variables, operationName]) => JSON.stringify({ query: asked, variables, operationName })), weight: 1 },
    { arbitrary: fc.tuple(value, query).map(([given, asked]) => JSON.stringify(Array.isArray(given) ? [{ query: asked }] : { query: given })), weight: 1 },
    { arbitrary: fc.constantFrom(...BROKEN), weight: 1 },
  )
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
