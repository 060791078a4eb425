import { APIError } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'
import { slugs } from '../../../src/options/slugs'

const FIELDS = ['focalX', 'focalY'] as const

/** Refuses a focal point outside the picture, in the data or in the edits of the admin UI. */
export const refuseFocalOutside: CollectionBeforeOperationHook<'media'> = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data = 'data' in args ? fieldsOf(args.data) : {}
  const { x, y } = fieldsOf(fieldsOf(req.query?.uploadEdits).focalPoint)
  const path = FIELDS.find((field) => isOutside(data[field])) ?? (isOutside(x) ? 'focalX' : isOutside(y) ? 'focalY' : undefined)
  if (path === undefined) return args
  const message = `${path} is a number from 0 to 100: how many parts of a hundred from the ${path === 'focalX' ? 'left' : 'top'}.`
  throw new APIError(message, 400, { collection: slugs.media, errors: [{ message, path }] }, true)
}

function isOutside(value: unknown): boolean {
  return value !== undefined && value !== null && !(Number(value) >= 0 && Number(value) <= 100)
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
