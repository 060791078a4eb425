import type { AccessArgs, AccessResult, Where } from 'payload'

/** An access rule that needs no waiting: yes, no, or yes for documents like these. */
export type Rule = (args: AccessArgs) => AccessResult

/** What one of the rules allows is allowed. */
export function anyOf(...rules: Rule[]): Rule {
  return (args) => {
    const results = rules.map((rule) => rule(args))
    if (results.includes(true)) return true
    const wheres = results.filter(isWhere)
    return wheres.length > 1 ? { or: wheres } : (wheres[0] ?? false)
  }
}

/** Only what all of the rules allow is allowed. */
export function allOf(...rules: Rule[]): Rule {
  return (args) => {
    const results = rules.map((rule) => rule(args))
    if (results.includes(false)) return false
    const wheres = results.filter(isWhere)
    return wheres.length > 1 ? { and: wheres } : (wheres[0] ?? true)
  }
}

/** The same rule for the versions of documents, in which a document is under `version`. */
export function versionsOf(rule: Rule): Rule {
  return under('version', rule)
}

/** The same rule for documents that hold or refer to what the rule is about. */
export function under(name: string, rule: Rule): Rule {
  return (args) => {
    const result = rule(args)
    return isWhere(result) ? moved(result, name) : result
  }
}

function moved(where: Where, name: string): Where {
  return Object.fromEntries(
    Object.entries(where).map(([path, condition]) =>
      Array.isArray(condition) ? [path, condition.map((each) => moved(each, name))] : [`${name}.${path}`, condition],
    ),
  )
}

function isWhere(result: AccessResult): result is Where {
  return typeof result === 'object'
}
