import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with the engines it ran on, every skipped test with its reason, and the counts on the last line. */
export class Summary implements Reporter {
  constructor(private readonly notes: readonly string[]) {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    const skipped: string[] = []
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        counts[result.state] += 1
        if (result.state === 'skipped') skipped.push(`skipped: ${test.fullName}${result.note ? ` (${result.note})` : ''}`)
      }
    }
    const lines = [...new Set(skipped), ...this.notes]
    console.log(`\n${lines.join('\n')}`)
    const tail = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    console.log(`${counts.passed} passed, ${counts.failed} failed${tail}`)
  }
}
