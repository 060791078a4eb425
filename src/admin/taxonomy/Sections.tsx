import type { BeforeListTableServerProps } from 'payload'
import { hasRole } from '../../articles/roles'
import { personOf } from '../../access/person'
import { placedSections } from '../../taxonomy/moveSection'
import { SectionTree } from './SectionTree'

/** The sections as a tree, above their list: for those who may change it. */
export async function Sections({ payload, user }: BeforeListTableServerProps) {
  if (!hasRole(personOf({ user: user ?? null }), 'editor')) return null
  return <SectionTree sections={await placedSections(payload)} />
}
