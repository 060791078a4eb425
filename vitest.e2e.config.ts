import { defineConfig } from 'vitest/config'
import type { TestProjectConfiguration } from 'vitest/config'
import { noteOf, SETUPS, testEngines } from './tests/helpers/engines'
import { Summary } from './tests/helpers/summary'

/** The first test builds the app when there is no build; that of the package installs and builds a project. */
const PATIENCE_MS = 1_800_000

const engines = await testEngines()
/** What starts the servers that can be had. */
const setups = engines.flatMap((engine) => ('missing' in engine ? [] : (SETUPS[engine.name] ?? [])))

/** The tests in a folder of tests. */
function project(name: string): TestProjectConfiguration {
  return { extends: true, test: { name, include: [`tests/${name}/**/*.test.ts`], globalSetup: setups } }
}

export default defineConfig({
  test: {
    fileParallelism: false,
    hookTimeout: PATIENCE_MS,
    pool: 'forks',
    reporters: ['default', new Summary(engines.map(noteOf))],
    testTimeout: PATIENCE_MS,
    projects: [project('e2e'), project('package')],
  },
})
