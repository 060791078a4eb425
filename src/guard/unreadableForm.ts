import type { AfterErrorHook } from 'payload'

/** What Payload and its parser say of forms that they cannot read; all of it comes with status 500. */
const UNREADABLE =
  /^(Malformed (content type|part header)|Missing Content-Type|Multipart: Boundary not found|Request is not eligible for file upload|Unexpected end of (file|form)|Unsupported content type|uploadConfig\.handlers is not present)/

const MESSAGE = 'This form cannot be read: send multipart/form-data, the picture in the part "file", the document as JSON in the part "_payload".'

/** A form that cannot be read is the sender's mistake. */
export const unreadableFormIsBad: AfterErrorHook = ({ error }) =>
  UNREADABLE.test(error.message) ? { status: 400, response: { errors: [{ message: MESSAGE }] } } : undefined
