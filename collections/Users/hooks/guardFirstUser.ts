import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { currentOptions } from '../../../src/options/current'
import { maySetUp, SETUP_HEADER } from '../../../src/access/setupToken'

/** Who creates a login over HTTP without having one is setting the newsroom up; Payload asks only that there is no user yet. */
export const guardFirstUser: CollectionBeforeOperationHook<'users'> = ({ args, operation, overrideAccess, req }) => {
  const isSetup = operation === 'create' && overrideAccess === true && req.payloadAPI !== 'local' && !req.user
  if (!isSetup) return args
  const token = currentOptions().setupToken
  if (maySetUp(req.headers.get(SETUP_HEADER), { isProduction: process.env.NODE_ENV === 'production', token })) return args
  throw new APIError(
    `The first administrator is made by npm start. To make one here, set SETUP_TOKEN and send it in the header ${SETUP_HEADER}.`,
    403,
    undefined,
    true,
  )
}
