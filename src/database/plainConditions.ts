import type { BaseDatabaseAdapter, Where } from 'payload'
import { READS, WRITES } from './methods'

/** What of their arguments the methods of an adapter look at here. */
type Arguments = { joins?: Record<string, { where?: Where } | false>; where?: Where }
type Method = (this: object, args: Arguments) => Promise<unknown>

/**
 * Turns the value of every `exists` into a boolean, whoever asks. Addresses carry it as a text, which Payload reads
 * differently for each type of field: on MongoDB `id` with `exists=true` found no document.
 */
export function withPlainConditions(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  for (const name of [...READS, ...WRITES]) {
    const method: unknown = Reflect.get(db, name)
    if (!isMethod(method)) continue
    Reflect.set(db, name, function askPlainly(this: object, args: Arguments) {
      return method.call(this, plainArguments(args))
    })
  }
  return db
}

function plainArguments(args: Arguments): Arguments {
  const { joins, where } = args
  if (!where && !joins) return args
  const plainJoins = joins && Object.entries(joins).map(([name, join]) => [name, join && join.where ? { ...join, where: plain(join.where) } : join])
  return { ...args, ...(where && { where: plain(where) }), ...(plainJoins && { joins: Object.fromEntries(plainJoins) }) }
}

function plain(where: Where): Where {
  return Object.fromEntries(Object.entries(where).map(([path, condition]) => [path, plainCondition(condition)])) as Where
}

function plainCondition(condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map((each: unknown) => (isRecord(each) ? plain(each as Where) : each))
  return isRecord(condition) && 'exists' in condition ? { ...condition, exists: condition.exists === true || condition.exists === 'true' } : condition
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
