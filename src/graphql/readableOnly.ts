import type { configToSchema } from '@payloadcms/graphql'
import { NotFound } from 'payload'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { isReadable } from '../access/isReadable'

type Schema = ReturnType<typeof configToSchema>['schema']

/**
 * What may be done with a document that the caller may not read is told by no `docAccess…` either: the answer would tell
 * that there is one. REST answers alike (src/validation/disabledEndpoints.ts).
 */
export function tellOfReadableOnly(schema: Schema, { collections }: SanitizedConfig): void {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  for (const { slug } of collections) {
    const field = fields.find(({ name, type }) => name.startsWith('docAccess') && String(type) === `${slug.replaceAll('-', '_')}DocAccess`)
    const resolve = field?.resolve
    if (!field || !resolve) continue
    field.resolve = async (source, args: { id: string }, context: { req: PayloadRequest }, info) => {
      if (!(await isReadable(args.id, slug, context.req))) throw new NotFound(context.req.t)
      return resolve(source, args, context, info) as unknown
    }
  }
}
