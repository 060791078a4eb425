const lockOf = (tab: string) => `dateline:tab:${tab}`

/** Browsers know no locks on pages that did not come by HTTPS or from this machine. */
function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}

/** Says that a tab is open, for as long as the page is and the signal does not end it. */
export function openTab(tab: string, closed: AbortSignal): void {
  const untilClosed = () => new Promise<void>((resolve) => closed.addEventListener('abort', () => resolve(), { once: true }))
  void locks()?.request(lockOf(tab), untilClosed)
}

/** Which of these tabs are open now. */
export async function openAmong(tabs: readonly string[]): Promise<Set<string>> {
  const held = new Set((await locks()?.query())?.held?.flatMap(({ mode, name }) => (mode === 'exclusive' ? [name] : [])))
  return new Set(tabs.filter((tab) => held.has(lockOf(tab))))
}

/** Calls back once a tab that is open now has closed. */
export function onTabClosed(tab: string, closed: () => void, signal: AbortSignal): void {
  // Called back once the lock is given back, so that it does not pass for that of the tab. Ended by the signal, nobody waits any more.
  void locks()?.request(lockOf(tab), { mode: 'shared', signal }, () => undefined).then(closed, () => undefined)
}
