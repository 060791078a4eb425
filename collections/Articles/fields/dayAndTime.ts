/** How a date with its time is picked. */
export const dayAndTime = { pickerAppearance: 'dayAndTime' } as const
