/** A text in the forms that a language has for numbers (CLDR plural categories); those not named are as `other`. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What the admin UI counts. */
export type Counts = { words: Forms; articles: Forms; minutes: Forms }
