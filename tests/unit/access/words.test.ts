import type { AccessArgs } from 'payload'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, under } from '../../../src/access/words'
import type { Rule } from '../../../src/access/words'

const yes: Rule = () => true
const no: Rule = () => false
const mine: Rule = () => ({ owner: { equals: 'me' } })
const shown: Rule = () => ({ and: [{ shown: { equals: true } }] })
const ask = (rule: Rule) => rule({} as AccessArgs)

describe('anyOf', () => {
  it('allows what one allows', () => {
    expect([ask(anyOf(no, yes, mine)), ask(anyOf(no, no)), ask(anyOf())]).toEqual([true, false, false])
  })

  it('allows the documents of each', () => {
    expect(ask(anyOf(no, mine))).toEqual({ owner: { equals: 'me' } })
    expect(ask(anyOf(mine, shown))).toEqual({ or: [ask(mine), ask(shown)] })
  })
})

describe('allOf', () => {
  it('allows only what all allow', () => {
    expect([ask(allOf(yes, mine, no)), ask(allOf(yes, yes)), ask(allOf(yes, mine))]).toEqual([false, true, { owner: { equals: 'me' } }])
  })

  it('asks for documents that all allow', () => {
    expect(ask(allOf(mine, shown))).toEqual({ and: [ask(mine), ask(shown)] })
  })
})

describe('under', () => {
  it('moves every condition, however deep', () => {
    expect(ask(under('version', anyOf(mine, shown)))).toEqual({
      or: [{ 'version.owner': { equals: 'me' } }, { and: [{ 'version.shown': { equals: true } }] }],
    })
  })

  it('leaves yes and no as they are', () => {
    expect([ask(under('version', yes)), ask(under('version', no))]).toEqual([true, false])
  })
})
