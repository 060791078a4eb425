import type { ParsedStory } from '../save/importStories'

/** A source whose bytes are all there. */
export type WholeSource = { name: string; bytes: Uint8Array; encoding?: string | undefined }

/** What a thread is told: to begin with a source, whose dates without an offset are in a time zone, and to read its next story. */
export type ToThread = { read: WholeSource; timeZone: string } | 'next'

/** What a thread says: that it listens, a story, that there are no more, or that it failed on one. */
export type FromThread = 'ready' | 'end' | { parsed: ParsedStory } | { fault: string }
