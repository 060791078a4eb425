import type { Rule } from './words'

/** Anyone, signed in or not. */
export const anyone: Rule = () => true
