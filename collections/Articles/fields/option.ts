/** How a date with its time is picked. */
export const dayAndTime = { pickerAppearance: 'dayAndTime' } as const

/** A select option whose label is its value in words. */
export function option(value: string): { label: string; value: string } {
  const words = value.replace('-', ' ')
  return { label: words.charAt(0).toUpperCase() + words.slice(1), value }
}
