import { traverseFields } from 'payload'
import type { FieldHook, PayloadRequest, SanitizedConfig } from 'payload'
import { leaveOutHidden } from '../access/hiddenRelations'
import { isProgram } from '../access/person'
import { isJoined, isNewsrooms } from '../options/ofNewsroom'
import { slugs } from '../options/slugs'

type Rule = (args: never) => unknown

/**
 * Holds what a project made itself to the rules of the newsroom, once the config is built: an API key of the newsroom gives
 * no more there than no login at all, whatever "signed in" means to the project, and a relation to an article that the
 * caller may not read is empty.
 */
export function guardProject(config: SanitizedConfig): void {
  const own = config.collections.filter((collection) => !isNewsrooms(collection))
  for (const { access } of [...own, ...config.collections.filter(isJoined), ...config.globals]) asStranger(access)
  for (const { fields } of [...own, ...config.globals]) {
    traverseFields({
      config,
      fields,
      callback: ({ field }) => {
        if ('access' in field && field.access) asStranger(field.access)
        if (field.type === 'relationship' && field.relationTo === slugs.articles) field.hooks = { ...field.hooks, afterRead: [...(field.hooks?.afterRead ?? []), leaveOutHidden as FieldHook] }
      },
    })
  }
}

/** The same rules, which a program with an API key is a stranger to. */
function asStranger(access: object): void {
  for (const [operation, rule] of Object.entries(access)) {
    if (typeof rule === 'function') Reflect.set(access, operation, forStrangers(rule as Rule))
  }
}

function forStrangers(rule: Rule): (args: { req: PayloadRequest }) => unknown {
  return (args) => rule((isProgram(args.req) ? { ...args, req: withoutUser(args.req) } : args) as never)
}

/** A request is an object of the platform, whose methods want the object itself. */
function withoutUser(req: PayloadRequest): PayloadRequest {
  return new Proxy(req, {
    get: (target, name) => {
      if (name === 'user') return null
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
