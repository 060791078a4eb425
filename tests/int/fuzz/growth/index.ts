import { WRITES } from './bodies'
import { GRAPHQL } from './graphql'
import { IMPORTS } from './imports'
import type { Part } from './parts'
import { READS } from './queries'

/** Everything that grows. */
export const PARTS: readonly Part[] = [...READS, ...WRITES, ...GRAPHQL, ...IMPORTS]
