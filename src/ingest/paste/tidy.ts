import type { Run } from './blocks'

/** Characters that nobody sees and that search and comparison stumble over: soft hyphens, byte order marks, controls. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]|(?!\n)\p{Cc}/gu

/**
 * The words of a block as they would be typed: runs of blanks are one, none at the edges or around line breaks, neighbours
 * of one look together. A single no-break space between words stays: French and Russian print it on purpose.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const tidied: Run[] = []
  let afterBlank = true
  for (const run of together(runs)) {
    const text = collapse(run.text, afterBlank)
    if (text === '') continue
    afterBlank = /[ \n\u00a0]$/.test(text)
    if (text.startsWith('\n')) trimEnd(tidied)
    tidied.push({ ...run, text })
  }
  trimEnd(tidied)
  return together(tidied)
}

/** The same words with neighbours of one look as one run; all of them at once, for there may be many. */
function together(runs: readonly Run[]): Run[] {
  const groups: [Run, ...Run[]][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last && last[0].bold === run.bold && last[0].italic === run.italic && last[0].href === run.href) last.push(run)
    else groups.push([run])
  }
  return groups.map((group) => ({ ...group[0], text: group.map(({ text }) => text).join('') }))
}

function collapse(source: string, afterBlank: boolean): string {
  const text = source
    .replace(UNSEEN, '')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/[ \u00a0]?\n[ \u00a0]?/g, '\n')
  return afterBlank ? text.replace(/^[ \u00a0]/, '') : text
}

/** Takes blanks and line breaks off the end of what there is so far. */
function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') return
    runs.pop()
  }
}
