import { TABLE, WHO } from './table'

/** docs/permissions.md: the table, as people read it. */
export function permissionsPage(): string {
  const head = ['', 'operation', ...WHO]
  const rows = TABLE.map(([collection, operation, ...verdicts], index) => [
    TABLE[index - 1]?.[0] === collection ? '' : `**${collection}**`,
    operation,
    ...verdicts,
  ])
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${INTRODUCTION}\n${lines.join('\n')}\n${NOTES}`
}

const INTRODUCTION = `# Who may do what

This page is made from the table that the tests try, row by row, over REST (one document, many at a time, and counted) and
GraphQL, on every database engine: \`tests/int/leak/table.ts\`. The rules themselves are in \`src/access\`, one to a file.

An admin may do all an editor may, an editor all a journalist may. *program* is an API client without a scope, *read-drafts*
and *ingest* one with that scope. *public* is what the one public rule shows to readers (\`src/articles/publicArticle.ts\`);
*own* is what somebody began, signs with the byline of their login, or is; a lock, when the article is.
`

const NOTES = `
- What is not allowed and what does not exist answer alike when an article is asked for by its id (404); a withdrawn
  article that was public answers 410 with its notice.
- Journalists change what is their own until they submit it; everything they save is a draft beside what readers see. Of a
  published article they leave the slug as it is; \`pubStatus\`, \`embargoUntil\`, \`publishedAt\`, \`corrections\` and \`source\`
  are set by editors only. What they send in those fields is left out.
- Of their own author profile people change the bio and the photo; of their own login everything but roles and byline.
- The last admin can be neither removed nor demoted.
- \`source\` and the note to the log are seen by editors and programs that read drafts, and by others on their own articles.
- Readers, journalists and programs that do not read drafts see no redirect to an article that is not public: its old address would
  tell of it.
- Share links show a draft to whoever holds their address, for as long as who made them may read it
  ([reader.md](reader.md)).
- The log of an article is written by the workflow alone ([workflow.md](workflow.md)).
- Nobody finds a document by words that are not theirs to read: filters through a relation need a relation to documents that
  whoever asks may read all of, and filters and sorting by a field the right to read the field.
- Programs never sign in to the admin UI. A key that is unknown, expired or disabled is answered 401, not as the public is.
- *payload-jobs* (what is scheduled), *payload-kv* and *payload-locked-documents* (who has what open) are Payload’s own. The
  admin UI notes what somebody opens; people see and take over, in their own name only, what editors may, and journalists
  on their own articles. Preferences are each person’s own.
- What the admin UI calls on the server is for people who are signed in, and bound by the same rules
  (\`src/admin/callServer.ts\`).
- Export is a command (\`npm run export\`), and has no address.
- Only editors put articles into the trash and take them out; what is deleted is deleted by admins.
- A key with the scope \`ingest\` makes and updates drafts, and nothing else: it publishes, withdraws and saves over nothing
  that an editor has changed, makes no author, section or tag, and never touches what another client sent. With
  \`ingest-publish\` it also publishes, updates and withdraws the stories that it sent itself, and makes the names in them. No key makes redirects.
- A withdrawal that comes before its story keeps it out if an editor or the same client sent it. It makes what editors bring in a
  draft, and is nothing to the stories of other clients.
- What is ready or scheduled, and what is withdrawn, is changed by no import, whoever runs it; only a withdrawal by the
  source goes before that. Of an article that a program may not read its report says nothing but the outcome.
- Code that overrides access (the seed, imports from the command line) is trusted, except that nothing incomplete is
  published by anybody.
`
