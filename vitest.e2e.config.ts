import { defineConfig } from 'vitest/config'
import { noteOf, testEngines } from './tests/helpers/engines'
import { Summary } from './tests/helpers/summary'

/** The first test builds the app when there is no build. */
const PATIENCE_MS = 300_000

const engines = await testEngines()
const hasMongo = engines.some((engine) => engine.name === 'mongodb' && !('missing' in engine))

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    globalSetup: hasMongo ? ['tests/helpers/mongoSetup.ts'] : [],
    hookTimeout: PATIENCE_MS,
    pool: 'forks',
    reporters: ['default', new Summary(engines.map(noteOf))],
    testTimeout: PATIENCE_MS,
  },
})
