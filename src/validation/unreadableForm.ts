import type { AfterErrorHook } from 'payload'

/** What Payload and its parser say of forms that they cannot read; all of it comes with status 500. */
const UNREADABLE =
  /^(Malformed (content type|part header)|Missing Content-Type|Multipart: Boundary not found|Unexpected end of (file|form)|Unsupported content type)/

const MESSAGE = 'This form cannot be read: send multipart/form-data, the picture in the part "file", the document as JSON in the part "_payload".'

/** What it says of a form that names a file kept elsewhere, which is not how files come in here. */
const FILE_ELSEWHERE = /^(?:Request is not eligible for file upload|uploadConfig\.handlers is not present)/

const FILE_ITSELF = 'Send the file itself, in a part of the form with a filename.'

/** A form that cannot be read is the sender's mistake. */
export const unreadableFormIsBad: AfterErrorHook = ({ error }) =>
  UNREADABLE.test(error.message) ? refusal(MESSAGE) : FILE_ELSEWHERE.test(error.message) ? refusal(FILE_ITSELF) : undefined

function refusal(message: string): ReturnType<AfterErrorHook> {
  return { status: 400, response: { errors: [{ message }] } }
}
