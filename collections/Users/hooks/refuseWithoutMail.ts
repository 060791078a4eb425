import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { sendsMail } from '../../../src/email'

/** Refuses to mail a link for a new password where no mail can be sent, instead of claiming that one is on its way. */
export const refuseWithoutMail: CollectionBeforeOperationHook<'users'> = ({ args, operation, req }) => {
  if (operation !== 'forgotPassword' || ('disableEmail' in args && args.disableEmail === true) || sendsMail(req.payload)) return args
  throw new APIError('This newsroom sends no e-mail. Ask an administrator for a new password.', 400, undefined, true)
}
