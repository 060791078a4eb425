import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { paragraphsOf } from '../../src/articles/plainText'
import { houseCopy } from './imports'

/** Writes the files of a made-up archive: some share authors and sections, all of which are its own. */
export async function writeArchive(folder: string, name: string, count: number): Promise<string> {
  const archive = path.join(folder, name)
  await mkdir(archive)
  for (let n = 0; n < count; n += 1) {
    const copy = houseCopy({
      headline: `${name}: story ${n}`,
      section: `${name} ${n % 3} section - Writer ${name} ${n % 7}`,
      editors: `Editor ${name} ${n % 5}`,
      body: [`The first paragraph of ${n}.`, `The second paragraph of ${n}.`],
    })
    await writeFile(path.join(archive, `${String(n).padStart(4, '0')}.txt`), copy)
  }
  return archive
}

/** All that came of an archive, by content and without its name: two archives of one size are to come out alike. */
export async function stateOf(payload: Payload, name: string): Promise<unknown> {
  const { docs } = await payload.find({
    collection: 'articles',
    depth: 1,
    draft: true,
    limit: 0,
    pagination: false,
    sort: 'slug',
    where: { headline: { like: `${name}: story` } },
  })
  const articles = []
  for (const { id, headline, slug, body, section, bylines, _status, source, wordCount } of docs) {
    const versions = await payload.findVersions({ collection: 'articles', depth: 0, where: { parent: { equals: id } } })
    articles.push({
      headline,
      slug,
      body: paragraphsOf(body),
      section: typeof section === 'object' ? section.name : section,
      bylines: bylines?.map(({ author, role }) => [typeof author === 'object' ? author.name : author, role]),
      source: source?.text,
      wordCount,
      _status,
      versions: versions.docs.map(({ version, latest }) => [version.headline, version._status, latest, paragraphsOf(version.body)]),
    })
  }
  const named = { like: name }
  const authors = await payload.find({ collection: 'authors', pagination: false, sort: 'name', where: { name: named } })
  const sections = await payload.find({ collection: 'sections', pagination: false, sort: 'name', where: { name: named } })
  const state = { articles, authors: authors.docs.map((doc) => doc.name), sections: sections.docs.map((doc) => doc.name) }
  return JSON.parse(JSON.stringify(state).replaceAll(name, 'X').replaceAll(name.toLowerCase(), 'x'))
}
