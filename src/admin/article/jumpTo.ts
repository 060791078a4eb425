/** The tab that a field of the article is in, counted from 0; what is not named is at the side. */
const TABS: Readonly<Record<string, number>> = { headline: 0, standfirst: 0, body: 0, heroImage: 1 }

/** Brings a field of the article into view, its tab included, and puts the cursor into it. */
export function jumpTo(field: string): void {
  const tab = TABS[field]
  if (tab !== undefined) document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')[tab]?.click()
  requestAnimationFrame(() => {
    // Payload gives every field an id, except for rich text.
    const place = document.querySelector<HTMLElement>(field === 'body' ? '.rich-text-lexical' : `#field-${field}`)
    const target = place?.matches('input, textarea') ? place : (place?.querySelector<HTMLElement>('[contenteditable="true"], input, textarea, button') ?? place)
    place?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  })
}
