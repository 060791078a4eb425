import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MAX_COPY_BYTES, parseHouseCopy, parseHouseDate } from '../../../../src/ingest/house'
import { refused } from './parse'

const page = readFileSync(new URL('../../../../docs/wire-copy.md', import.meta.url), 'utf8')

/** The rows of the table that stands first below a heading, its own head apart. */
function tableBelow(heading: string): [string, string][] {
  const section = page.slice(page.indexOf(`## ${heading}`) + 3).split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) => {
    const [, left = '', right = ''] = row.split('|').map((cell) => cell.trim())
    return [left.replaceAll('`', ''), right]
  })
}

describe('docs/wire-copy.md', () => {
  it.each(tableBelow('Dates'))('quotes the refusal of %j as it is', (date, message) => {
    expect(parseHouseDate(date)).toMatchObject({ ok: false, reason: message })
  })

  it('quotes every other refusal as it is', () => {
    const inputs = [
      'Headline\nPublished:\nBody.',
      'Headline\nEDITED BY| HUXIANA',
      ' \n',
      'Body\0',
      '\u0001\u0002\u0003',
      Buffer.from('Снег и дождь').subarray(0, -1),
      'Body \ud83d',
      'a\n'.repeat(1_000_001),
      new Uint8Array(MAX_COPY_BYTES + 1),
    ]
    const told = inputs.map((input) => refused(parseHouseCopy(input)).errors[0]?.message)
    expect(told).toEqual(tableBelow('What else is refused').map(([, message]) => message))
  })
})
