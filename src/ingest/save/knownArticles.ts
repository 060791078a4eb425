import type { Payload, PayloadRequest } from 'payload'
import { mayMatch } from '../../access/imports'
import type { Importer } from '../../access/imports'
import { slugOf } from '../../articles/addresses'
import { slugs } from '../../options/slugs'
import { isGlobalId } from '../read/values'
import type { WireItem } from '../item'
import { earlierKills, filesOf, redirectedSlugs } from './earlier'
import type { KillWeight } from './earlier'
import { identify } from './identity'
import { copiesOfOwn, ownArticles } from './ownArticles'
import type { Own } from './ownArticles'
import type { Story } from './types'
import { unlabelled } from './unlabelled'
import { compareVersions } from './versions'
import type { SourceVersion } from './versions'

/** An article as it is stored, with relations as ids. */
export type Stored = Record<string, unknown> & {
  id: number | string
  headline?: string | null
  slug?: string | null
  importHash?: string | null
  publishedAt?: string | null
  firstPublishedAt?: string | null
  embargoUntil?: string | null
  deletedAt?: string | null
  pubStatus?: string | null
  stage?: string | null
  _status?: 'draft' | 'published' | null
  source?: StoredSource | null
}

type StoredSource = SourceVersion & {
  kind?: string | null
  provider?: string | null
  guid?: string | null
  identity?: string | null
  copyHash?: string | null
  sentBy?: string | null
}

/** The articles that a withdrawal is about, and whether they can be no other story's. */
type Withdrawn = { articles: Stored[]; isCertain: boolean }

/** What the whole run keeps in mind from batch to batch. */
export type Run = {
  /** Articles that stories of this run have become, by id, each with the file of the last of them. */
  claimed: Map<number | string, string>
  /** What a dry run would have made by now. */
  rehearsed: Stored[]
  /** Keys of stories that were withdrawn before they came. */
  killed: Set<string>
}

/**
 * The articles that the stories of a batch may be: by the id that a source gave them and by who gave it, else by the copy
 * itself. Older imports stored the id alone; there an article is found by it where no other story can be meant.
 */
export class KnownArticles {
  readonly #run: Run
  readonly #importer: Importer
  readonly #claimed = new Map<number | string, string>()
  readonly #made: Stored[] = []
  readonly #byKey = new Map<string, Stored[]>()
  readonly #byGuid = new Map<string, Stored[]>()
  readonly #byHash = new Map<string, Stored[]>()
  /** Articles that other API clients sent, by their keys and ids: no story is one of them, and a withdrawal may mean them. */
  readonly #ofOthers = new Map<string, Stored[]>()
  readonly #bySlug = new Map<string, Stored[]>()
  readonly #slugs = new Set<string>()
  /** Stories that come from this newsroom itself, with their articles. */
  #own: ReadonlyMap<WireItem, Own> = new Map()
  /** Stories that another site took over from this newsroom. */
  #copies: ReadonlyMap<WireItem, Stored | undefined> = new Map()
  /** Keys of stories that earlier imports withdrew, and whether that keeps them out. */
  #killed: ReadonlyMap<string, KillWeight> = new Map()
  /** The files that articles without a key came from. */
  #files: ReadonlyMap<number | string, ReadonlySet<string>> = new Map()

  private constructor(run: Run, importer: Importer) {
    this.#run = run
    this.#importer = importer
  }

  /** Looks for all of them at once. */
  static async of(payload: Payload, req: PayloadRequest, stories: readonly Story[], run: Run, importer: Importer): Promise<KnownArticles> {
    const known = new KnownArticles(run, importer)
    for (const article of run.rehearsed) known.add(article)
    if (stories.length === 0) return known
    const identities = stories.map(identify)
    const named = [...identities, ...stories.flatMap((story) => unlabelled(story)?.stories ?? []).map(identify)]
    const guids = named.flatMap(({ guid }) => guid ?? [])
    const keys = named.flatMap(({ key }) => key ?? [])
    const { docs } = await payload.db.find<Stored>({
      collection: slugs.articles,
      limit: 0,
      pagination: false,
      req,
      select: { _status: true, deletedAt: true, embargoUntil: true, headline: true, pubStatus: true, publishedAt: true, slug: true, source: true },
      sort: 'createdAt',
      where: {
        or: [
          ...(guids.length > 0 ? [{ 'source.guid': { in: guids } }] : []),
          ...(keys.length > 0 ? [{ 'source.identity': { in: keys } }] : []),
          { 'source.copyHash': { in: named.map(({ hash }) => hash) } },
          { slug: { in: named.map(({ slug }) => slug) } },
        ],
      },
    })
    for (const doc of docs) known.add(doc)
    known.#own = await ownArticles(payload, req, stories, importer)
    known.#copies = await copiesOfOwn(payload, req, stories, importer)
    known.#files = await filesOf(payload, req, docs)
    known.#killed = await earlierKills(payload, req, importer, identities.flatMap(({ key, vagueKey }) => [key, vagueKey].flatMap((each) => each ?? [])))
    for (const slug of await redirectedSlugs(payload, req, identities.map(({ slug }) => slug))) known.#slugs.add(slug)
    return known
  }

  add(article: Stored): void {
    const { slug, source } = article
    if (slug) {
      this.#slugs.add(slug)
      append(this.#bySlug, slug, article)
    }
    if (!mayMatch(this.#importer, source?.sentBy)) {
      for (const key of new Set([source?.identity, source?.guid])) if (key) append(this.#ofOthers, key, article)
      return
    }
    if (source?.identity) append(this.#byKey, source.identity, article)
    if (source?.guid) append(this.#byGuid, source.guid, article)
    if (source?.copyHash) append(this.#byHash, source.copyHash, article)
  }

  /** The article that a story is. Two stories of one file are two articles, unless they are versions of one story. */
  find(story: Story): Stored | undefined {
    const own = this.#own.get(story.item)
    if (own) return own.isOthers ? undefined : own.article
    const { hash } = identify(story)
    const candidates = this.#sameId(story)
    const same = candidates.find(({ source }) => source?.copyHash === hash) ?? this.#byHash.get(hash)?.[0]
    return same ?? candidates.find((article) => this.#isOpenTo(story, article))
  }

  /** Whether the story is an article of this newsroom that this import may not change: see {@link ownArticles}. */
  isOthers(story: Story): boolean {
    return this.#own.get(story.item)?.isOthers === true || (this.#copies.has(story.item) && this.find(story) === undefined)
  }

  /** The article of a story of which {@link isOthers} is true; undefined if there is none. */
  othersArticle({ item }: Story): Stored | undefined {
    return this.#own.get(item)?.article ?? this.#copies.get(item)
  }

  /** Whether the story comes from this newsroom itself. */
  isOwn({ item }: Story): boolean {
    return this.#own.has(item)
  }

  /** All articles that the withdrawal of a story is about, also by its headline without a label that certainly kills it. */
  findWithdrawn(story: Story): Withdrawn {
    const found = this.#findNamed(story)
    if (unlabelled(story)?.kill !== 'certain') return found
    const bare = this.findUnlabelled(story)
    if (bare.articles.length === 0) return found
    // What is in as just this copy is no earlier version of it.
    const labelled = found.articles.filter(({ source }) => source?.copyHash !== identify(story).hash)
    return { articles: unique([...labelled, ...bare.articles]), isCertain: bare.isCertain && (labelled.length === 0 || found.isCertain) }
  }

  /** The articles that a story without an id is about by its headline without the label that kills it, or may kill it. */
  findUnlabelled(story: Story): Withdrawn {
    const found = (unlabelled(story)?.stories ?? []).map((bare) => this.#findNamed(bare)).filter(({ articles }) => articles.length > 0)
    return { articles: unique(found.flatMap(({ articles }) => articles)), isCertain: found.every(({ isCertain }) => isCertain) }
  }

  /** The articles under the headline of a story without an id and a day, or under that headline without its label. */
  findHeadlined(story: Story): Stored[] {
    return [story, ...(unlabelled(story)?.stories ?? [])].map(identify).flatMap(({ guid, slug }) => (guid === undefined && this.#bySlug.get(slug)) || [])
  }

  /** By its id within its source, else by the id alone. */
  #findNamed(story: Story): Withdrawn {
    const { guid, hash } = identify(story)
    const own = this.#own.get(story.item)
    const same = own && !own.isOthers ? [own.article] : this.#sameId(story)
    if (same.length > 0) return { articles: same, isCertain: true }
    const named = [...((guid && this.#byGuid.get(guid)) || []), ...(this.#byHash.get(hash) ?? [])]
    const articles = unique(named)
    return { articles, isCertain: articles.length === 1 }
  }

  /** An article that another client sent, that the withdrawal of a story is about, too, and that is not withdrawn. */
  findOfOthers(story: Story): Stored | undefined {
    for (const each of [story, ...(unlabelled(story)?.stories ?? [])]) {
      const article = this.#findOfOthers(each)
      if (article) return article
    }
    return undefined
  }

  #findOfOthers(story: Story): Stored | undefined {
    const { guid = '', key = '' } = identify(story)
    const { provider } = story.item
    const isSame = ({ source }: Stored) => isGlobalId(guid) || provider === undefined || provider === source?.provider
    const named = (this.#ofOthers.get(guid) ?? []).filter(isSame)
    return [...(this.#ofOthers.get(key) ?? []), ...named].find(({ pubStatus }) => pubStatus !== 'canceled')
  }

  #sameId(story: Story): Stored[] {
    const { guid, key } = identify(story)
    const byKey = (key && this.#byKey.get(key)) || []
    const older = ((guid && this.#byGuid.get(guid)) || []).filter((article) => !article.source?.identity && this.#isSafely(story, article))
    return [...byKey, ...older]
  }

  /** Whether an article that was stored without its key can be no other story. */
  #isSafely({ file, item }: Story, { headline, id, slug, source }: Stored): boolean {
    const { isOwnGuid, key, slug: ownSlug } = identify({ file, item })
    if (!isOwnGuid) return key !== undefined && (this.#files.get(id)?.has(file) ?? false)
    if (item.localId !== undefined && slug !== ownSlug && headline !== item.headline) return false
    return (item.guid !== undefined && isGlobalId(item.guid)) || (item.provider !== undefined && item.provider === source?.provider)
  }

  #isOpenTo(story: Story, article: Stored): boolean {
    const claimedBy = this.#claimed.get(article.id) ?? this.#run.claimed.get(article.id)
    if (claimedBy === undefined) return true
    if (!identify(story).isOwnGuid) return false
    const { updatedAt: versionAt, version } = story.item
    return claimedBy !== story.file || Boolean(compareVersions({ version, versionAt }, article.source ?? {}))
  }

  /** Notes that a story is this article. */
  claim(story: Story, { id }: Stored): void {
    this.#claimed.set(id, story.file)
  }

  /** Notes what an article says now, for the stories that follow. */
  update(article: Stored, { source }: Pick<Stored, 'source'>): void {
    article.source = { ...article.source, ...source }
  }

  /** Notes that a story was withdrawn before it came. */
  kill(story: Story): void {
    const { key } = identify(story)
    if (key !== undefined) this.#run.killed.add(key)
  }

  /** Whether a story has been withdrawn before, so that it stays out, or only after an editor's decision comes in. */
  killOf(story: Story): KillWeight | undefined {
    const { key = '', vagueKey = '' } = identify(story)
    if (this.#run.killed.has(key)) return 'certain'
    return this.#killed.get(key) ?? (this.#killed.has(vagueKey) || this.#run.killed.has(vagueKey) ? 'doubtful' : undefined)
  }

  /** Notes an article that was made for a story. */
  make(story: Story, article: Stored): void {
    this.add(article)
    this.claim(story, article)
    this.#made.push(article)
  }

  /** Whether a dry run would have made this article by now: it is not there. */
  isRehearsed({ id }: Stored): boolean {
    return this.#run.rehearsed.some((article) => article.id === id)
  }

  /** Has the run keep in mind what became of the batch, now that it is certain. */
  settle({ isDry }: { isDry: boolean }): void {
    for (const [id, file] of this.#claimed) this.#run.claimed.set(id, file)
    if (isDry) this.#run.rehearsed.push(...this.#made.map(({ id, _status, embargoUntil, headline, pubStatus, publishedAt, slug, source }) => ({ id, _status, embargoUntil, headline, pubStatus, publishedAt, slug, source })))
  }

  /** Notes a path that leads elsewhere by now. */
  redirect(path: string): void {
    const slug = slugOf(path)
    if (slug !== undefined) this.#slugs.add(slug)
  }

  /** Whether no article has the slug that a story asks for, and no redirect. */
  isFree(slug: string): boolean {
    return slug !== '' && !this.#slugs.has(slug)
  }
}

function unique(articles: readonly Stored[]): Stored[] {
  return [...new Map(articles.map((article) => [article.id, article])).values()]
}

function append(map: Map<string, Stored[]>, key: string, article: Stored): void {
  const there = map.get(key)
  if (there) there.push(article)
  else map.set(key, [article])
}
