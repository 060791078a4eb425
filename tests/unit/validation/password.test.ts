import { describe, expect, it } from 'vitest'
import { passwordFault } from '../../../src/validation/password'
import { maySetUp } from '../../../src/access/setupToken'

describe('a password', () => {
  it.each(['twelve chars', 'correct horse battery staple', '비밀번호는열두글자이상입니다'])('may be %s', (password) => {
    expect(passwordFault(password)).toBeUndefined()
  })

  it.each([['eleven char'], ['👩‍🚀👩‍🚀'], [''], [123456789012], [['twelve chars']]])('may not be %s', (password) => {
    expect(passwordFault(password)).toMatch(/too short: use at least 12 characters|is a text/)
  })

  it('may not be spaces alone', () => {
    expect(passwordFault(' '.repeat(20))).toBe('A password is more than spaces.')
  })
})

describe('the first administrator', () => {
  it('is made by anybody in development, in production by who knows the token', () => {
    expect(maySetUp(null, { isProduction: false, token: undefined })).toBe(true)
    expect(maySetUp('right', { isProduction: true, token: 'right' })).toBe(true)
  })

  it.each([
    ['wrong', 'right'],
    [null, 'right'],
    ['', undefined],
    ['', ''],
    [null, undefined],
  ])('is not made in production with %o where the token is %o', (given, token) => {
    expect(maySetUp(given, { isProduction: true, token })).toBe(false)
  })
})
