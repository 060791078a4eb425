/** What leaves no mark on paper: blanks, control characters, and what Unicode has browsers show as nothing, such as zero-width spaces and marks of direction. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Whether a text shows nothing at all to who reads it. */
export function isBlank(text: string | null | undefined): boolean {
  return INVISIBLE.test(text ?? '')
}
