import { expect, it } from 'vitest'
import { tellNameless } from '../../../src/validation/namelessErrors'

/** An error as a minified build of Payload throws it, whose class is another one than that of the API. */
class a extends Error {
  isPublic = true
  constructor(message: string, readonly data: object | null = null) {
    super(message)
    this.name = ''
  }
}

const told = (error: Error, result: object) => tellNameless({ error, result } as unknown as Parameters<typeof tellNameless>[0])

it('an answer names each field that is wrong, whatever became of the class of the error', async () => {
  const data = { collection: 'pages', errors: [{ label: 'Title', message: 'This field is required.', path: 'title' }] }
  const message = 'The following field is invalid: Title'
  expect(await told(new a(message, data), { errors: [{ message }] })).toEqual({ response: { errors: [{ name: 'ValidationError', data, message }] } })
})

it('an answer has the message of an error without a name', async () => {
  const unknown = { errors: [{ message: 'An unknown error occurred.' }] }
  expect(await told(new a('This file is too large.'), unknown)).toEqual({ response: { errors: [{ message: 'This file is too large.' }] } })
  expect(await told(new a('This file is too large.'), { errors: [{ message: 'This file is too large.' }] })).toBeUndefined()
})

it('an answer keeps what another hook has made of it', async () => {
  expect(await told(new a('Not Found'), { errors: [{ message: 'The harbour is still closed.' }] })).toBeUndefined()
  expect(await told(new a('Not Found', { id: 'x' }), { errors: [{ message: 'The harbour is still closed.' }] })).toBeUndefined()
})

it('an answer keeps what nobody is to be told', async () => {
  expect(await told(new Error('no such table'), { errors: [{ message: 'Something went wrong.' }] })).toBeUndefined()
})
