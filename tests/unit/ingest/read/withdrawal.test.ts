import { describe, expect, it } from 'vitest'
import { readHouse } from '../../../../src/ingest/read/house'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { onlyItem, xmlResults } from './help'

const yaml = (...lines: string[]) => readMarkdown(['---', ...lines, '---', 'Words.'].join('\n'))
const toml = (...lines: string[]) => readMarkdown(['+++', ...lines, '+++', 'Words.'].join('\n'))
const rss = (inside: string, attributes = '') => xmlResults(`<rss><channel><item ${attributes}><guid>urn:a</guid>${inside}</item></channel></rss>`)

describe('a withdrawal with faults (ingest I11)', () => {
  it.each([
    ['a key twice', yaml('guid: urn:a', 'status: killed', 'status: withdrawn')],
    ['a key twice, in other letters', yaml('guid: urn:a', 'Status: killed', 'title: A', 'title: B')],
    ['an open quotation mark', yaml('guid: urn:a', 'withdrawn: true', 'title: "A')],
    ['a colon in the title', yaml('guid: urn:a', 'state: retracted', 'title: A: B')],
    ['a title that kills', yaml('guid: urn:a', 'title: MANDATORY KILL', 'tags: [a')],
    ['a list', yaml('guid: urn:a', 'status: [killed]', 'tags: [a')],
    ['pubStatus', yaml('uri: urn:a', 'pubStatus: canceled', 'tags: [a')],
    ['the id twice, the same', yaml('guid: urn:a', 'guid: urn:a', 'status: killed')],
    ['no end', readMarkdown('---\nguid: urn:a\nstatus: killed\n\nWords.\n')],
    ['a bad date', yaml('guid: urn:a', 'status: killed', 'date: 03/04/2023')],
    ['TOML with a key twice', toml('guid = "urn:a"', 'killed = true', 'killed = true')],
    ['TOML that is none', toml('guid = "urn:a"', 'status = "killed"', 'title = A', '[extra]')],
    ['ninjs', [...readNinjs(JSON.stringify({ uri: 'urn:a', headline: 'WITHDRAWN: Story', versionCreated: 'yesterday' }))][0]],
    ['house copy', readHouse('KILL NOTICE\nA\nPublished: 18 October 2023')],
  ] as const)('is read: %s', (_, result) => {
    const { item, notes } = onlyItem(result ? [result] : [])
    expect(item).toMatchObject({ pubStatus: 'canceled', status: 'published' })
    for (const field of ['faults', 'takesBack', 'holdBack']) expect(item).not.toHaveProperty(field)
    expect(notes.join()).toContain('Not read, which does not stop the withdrawal: ')
  })

  it('is read in a feed, and by an attribute of its item', async () => {
    expect(onlyItem(await rss('<pubDate>yesterday</pubDate><status>killed</status>')).item).toMatchObject({ pubStatus: 'canceled' })
    expect(onlyItem(await rss('<title>A</title>', 'status="killed"')).item).toMatchObject({ takesBack: 'withdraws' })
  })

  it.each([
    ['two things', yaml('guid: urn:a', 'status: killed', 'status: live')],
    ['two things beside one', yaml('guid: urn:a', 'killed: true', 'status: killed', 'status: live')],
    ['a hold with a bad date', yaml('guid: urn:a', 'title: A', 'draft: true', 'date: 03/04/2023')],
    ['a status that is not known', yaml('guid: urn:a', 'title: A', 'pubStatus: gone')],
    ['TOML with two things', toml('guid = "urn:a"', 'killed = true', 'killed = false')],
  ])('may be none, and keeps its faults: %s', (_, result) => {
    const { item } = onlyItem([result])
    expect(item).toMatchObject({ pubStatus: 'canceled', faults: [expect.objectContaining({ message: expect.any(String) as unknown })] })
  })

  it.each([
    ['no id', yaml('status: killed', 'status: killed')],
    ['two ids', yaml('guid: urn:a', 'guid: urn:b', 'status: killed')],
    ['no word for it', yaml('guid: urn:a', 'title: A', 'title: B')],
    ['a word for it in a table', toml('guid = "urn:a"', 'title = A', '[other]', 'status = "killed"')],
    ['a word for it in the text', readMarkdown('---\nguid: urn:a\ntitle: A: B\n---\nstatus: killed\n')],
    ['a word for it in another key', yaml('guid: urn:a', 'title: A: B', 'params:', '  - status: killed')],
  ])('is none with %s', (_, result) => {
    expect(result.ok).toBe(false)
  })
})
