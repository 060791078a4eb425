/** The fewest characters of a password. */
export const MIN_PASSWORD_LENGTH = 12

/** What is wrong with a new password, or undefined when it will do. */
export function passwordFault(password: unknown): string | undefined {
  if (typeof password !== 'string') return 'A password is a text.'
  if ([...password].length < MIN_PASSWORD_LENGTH) return `This password is too short: use at least ${MIN_PASSWORD_LENGTH} characters.`
  if (password.trim() === '') return 'A password is more than spaces.'
  return undefined
}
