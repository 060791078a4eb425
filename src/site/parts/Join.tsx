import { Fragment } from 'react'
import type { ReactNode } from 'react'

/** A list in running text, as its language has it: "One, Two and Three". */
export function Join({ items, language }: { items: readonly ReactNode[]; language: string }): ReactNode {
  const places = items.map((_, index) => String(index))
  return new Intl.ListFormat(language).formatToParts(places).map((part, index) => (
    <Fragment key={index}>{part.type === 'element' ? items[Number(part.value)] : part.value}</Fragment>
  ))
}
