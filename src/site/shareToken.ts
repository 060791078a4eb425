import { createHash, randomBytes } from 'node:crypto'

/** 256 bits, which nobody guesses. */
const TOKEN_BYTES = 32

/** What a token looks like: as many bytes in base64url. */
const TOKEN = /^[\w-]{43}$/

/** A new token of a share link. It is told once, to the person who makes it. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What is stored of a token, from which it cannot be had again; nothing for what is none. */
export function hashOfToken(token: string): string | undefined {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest('base64url') : undefined
}
