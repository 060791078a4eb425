import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it } from 'vitest'
import type { NewsroomOptions } from '../../../src/options/options'
import { checkProject } from '../../../src/plugin/check'
import { quoted } from '../../../src/text/quoted'

const named = (slug: string, more: Partial<CollectionConfig> = {}): CollectionConfig => ({ slug, fields: [], ...more })

function check(options: NewsroomOptions, project: Partial<Config> = {}): void {
  checkProject(project as Config, options)
}

describe('a slug that cannot be used stops the start, with what to write', () => {
  const shape = 'cannot be a slug: write lowercase letters from a to z, digits, and single hyphens between them, beginning with a letter, such as stories.'

  it.each(['', 'Stories', 'my stories', 'stories_', 'news_items', '9lives', '-stories', 'stories-', 'my--stories', 'história', 'a/b', 'stories\n', '__proto__', '기사'])('articles: %j', (slug) => {
    expect(() => check({ articles: { slug } })).toThrow(`newsroom: articles.slug ${quoted(slug)} ${shape}`)
  })

  it.each<[NewsroomOptions, string]>([
    [{ articles: { slug: 'a'.repeat(31) } }, 'is too long: write 30 characters at most, such as stories.'],
    [{ tags: { slug: 'payload-tags' } }, 'newsroom: tags.slug "payload-tags" begins with payload-, which is kept for tables that are not yours: write another, such as topics.'],
    [{ tags: { slug: 'dateline-search' } }, 'begins with dateline-'],
    [{ tags: { slug: 'sqlite-master' } }, 'begins with sqlite-'],
    [{ articles: { slug: 'posts' }, tags: { slug: 'posts' } }, 'newsroom: articles.slug and tags.slug are both "posts": give each a slug of its own.'],
    [{ articles: { slug: 'tags' } }, 'newsroom: articles.slug and tags.slug are both "tags": give each a slug of its own.'],
    [{ tags: { slug: 'redirects' } }, 'newsroom: tags.slug "redirects" is the slug of another collection of the newsroom: write another, such as topics.'],
    [{ apiClients: { slug: 'article-events' } }, 'newsroom: apiClients.slug "article-events" is the slug of another collection of the newsroom: write another, such as programs.'],
    ...['access', 'constructor', 'desk', 'globals', 'graphql', 'graphql-playground', 'health', 'import', 'og', 'reorder'].map((slug): [NewsroomOptions, string] => [
      { sections: { slug } },
      `newsroom: sections.slug "${slug}" has another meaning at /api/${slug}: write another, such as departments.`,
    ]),
    [{ articles: { slug: 'queries' } }, 'newsroom: articles.slug "queries" would be called Query in GraphQL, where that is something else: write another, such as stories.'],
    [{ articles: { slug: 'strings' } }, 'would be called String in GraphQL'],
    [{ tags: { slug: 'redirect' } }, 'newsroom: tags.slug "redirect" would be called Redirect and Redirects in GraphQL, as "redirects" is'],
    [{ tags: { slug: 'articles-rels' } }, 'newsroom: tags.slug "articles-rels" would share a table with "articles": write another, such as topics.'],
  ])('%j', (options, message) => {
    expect(() => check(options)).toThrow(message)
  })

  it.each<[NewsroomOptions, Partial<Config>, string]>([
    [{ articles: { slug: 'posts' } }, { collections: [named('posts')] }, 'newsroom: the project has a collection or global "posts" of its own, as the newsroom has: give yours another slug, or the newsroom\'s, as in articles: { slug: \'stories\' }.'],
    [{ tags: { slug: 'footer' } }, { globals: [{ slug: 'footer', fields: [] }] }, 'a collection or global "footer" of its own'],
    [{ users: { slug: 'members' } }, { collections: [named('members')] }, 'newsroom: the collection "members" has no auth: people sign in to the newsroom by it.'],
    [{ media: { slug: 'files' } }, { collections: [named('files')] }, 'newsroom: the collection "files" has no upload: the pictures of articles are kept in it.'],
    [{ media: { slug: 'files' }, users: { slug: 'files' } }, { collections: [named('files', { auth: true, upload: true })] }, 'newsroom: media.slug and users.slug are both "files"'],
    [{ articles: { slug: 'stories' } }, { collections: [named('story')] }, 'newsroom: articles.slug "stories" would be called Story and Stories in GraphQL, as "story" is: write another, such as stories.'],
    [{ articles: { slug: 'news-items' } }, { collections: [named('news_items', { graphQL: false })] }, 'would share a table with "news_items"'],
    [{ articles: { slug: 'news-items' } }, { collections: [named('newsItems', { graphQL: false })] }, 'would share a table with "newsItems"'],
    [{ tags: { slug: 'footers' } }, { globals: [{ slug: 'footer', fields: [] }] }, 'in GraphQL, as "footer" is'],
    [{ tags: { slug: 'topics' } }, { endpoints: [{ path: '/topics/:id', method: 'get', handler: () => new Response() }] }, 'newsroom: tags.slug "topics" takes /api/topics from an endpoint of the project: write another, such as topics.'],
    [{ users: { slug: 'members' } }, { admin: { user: 'people' } }, 'newsroom: people sign in by one collection, but users.slug is "members" and admin.user is "people": write the same slug in both.'],
  ])('%j in a project', (options, project, message) => {
    expect(() => check(options, project)).toThrow(message)
  })

  it('says all that is wrong at once, one line each', () => {
    expect(() => check({ articles: { slug: 'A' }, tags: { slug: 'import' } })).toThrow(/^newsroom: articles\.slug "A" .*\nnewsroom: tags\.slug "import" .*$/)
  })
})

describe('a slug that can be used', () => {
  it.each<[NewsroomOptions, Partial<Config>]>([
    [{ articles: { slug: 'stories' }, tags: { slug: 'topics' } }, { collections: [named('articles'), named('tags')] }],
    [{ articles: { slug: 'tags' }, tags: { slug: 'articles' } }, {}],
    [{ articles: { slug: 'news-2' }, sections: { slug: 'a'.repeat(30) } }, {}],
    [{ articles: { slug: undefined } }, {}],
    // The project's own logins and files are called as Payload lets them be.
    [{ media: { slug: 'mediaFiles' }, users: { slug: 'staff_members' } }, { collections: [named('staff_members', { auth: true }), named('mediaFiles', { upload: true })] }],
    // The newsroom's default slugs are checked against equal ones alone.
    [{}, { collections: [named('article', { graphQL: false })] }],
  ])('%j', (options, project) => {
    expect(() => check(options, project)).not.toThrow()
  })
})
