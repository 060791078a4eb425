import { describe, expect, it } from 'vitest'
import { splitNames } from '../../../../src/ingest/house'

describe('the names of a credit line', () => {
  it.each([
    ['HUXIANA', ['HUXIANA']],
    ['CJ journalist', ['CJ journalist']],
    ['Ann Lee, Bo Diaz', ['Ann Lee', 'Bo Diaz']],
    ['Ann Lee and Bo Diaz', ['Ann Lee', 'Bo Diaz']],
    ['ANN LEE AND BO DIAZ', ['ANN LEE', 'BO DIAZ']],
    ['Ann Lee & Bo Diaz', ['Ann Lee', 'Bo Diaz']],
    ['Ann Lee, Bo Diaz, and Cy Young', ['Ann Lee', 'Bo Diaz', 'Cy Young']],
    ['Ann Lee，Bo Diaz、Cy Young', ['Ann Lee', 'Bo Diaz', 'Cy Young']],
  ])('are parted in %j', (text, names) => {
    expect(splitNames(text)).toEqual(names)
  })

  it('keep a name that holds the letters of "and"', () => {
    expect(splitNames('Andy Sanders and Roland')).toEqual(['Andy Sanders', 'Roland'])
  })

  it('keep the suffix that follows a comma', () => {
    expect(splitNames('John Hope, Jr., Ann Lee')).toEqual(['John Hope, Jr.', 'Ann Lee'])
  })

  it('lose doubled and surrounding blanks, and nothing else', () => {
    expect(splitNames('  CJ \u00a0 journalist ')).toEqual(['CJ journalist'])
  })

  it('count once when printed twice', () => {
    expect(splitNames('HUXIANA, HUXIANA')).toEqual(['HUXIANA'])
  })

  it.each(['', '   ', '-', '—', ', and &', '|'])('are none in %j', (text) => {
    expect(splitNames(text)).toEqual([])
  })
})
