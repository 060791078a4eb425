import { defineConfig } from 'vitest/config'
import { Summary } from './tests/helpers/summary'

/** The first test builds the app when there is no build. */
const PATIENCE_MS = 300_000

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    hookTimeout: PATIENCE_MS,
    pool: 'forks',
    reporters: ['default', new Summary([])],
    testTimeout: PATIENCE_MS,
  },
})
