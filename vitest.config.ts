import path from 'node:path'
import { defineConfig } from 'vitest/config'
import type { TestProjectConfiguration } from 'vitest/config'
import { noteOf, SETUPS, testEngines } from './tests/helpers/engines'
import type { TestEngine } from './tests/helpers/engines'
import { Summary } from './tests/helpers/summary'

/** Integration tests open databases and hash passwords, property tests try hundreds of inputs: slow on a busy machine, and never judged by time. */
const PATIENCE_MS = 120_000

const alias = [
  { find: '@payload-config', replacement: path.resolve('payload.config.ts') },
  // The package's own entries, from their sources.
  { find: /^dateline\/(.+)$/, replacement: path.resolve('src/exports/$1.ts') },
  { find: /^dateline$/, replacement: path.resolve('src/exports/index.ts') },
  // One copy of graphql, the one that Payload loads: it tells its errors by their class.
  { find: 'graphql', replacement: path.resolve('node_modules/graphql/index.js') },
]

/** Payload takes seconds to load, so test files share processes (`isolate: false`). The setup file resets what they could leave behind. */
const SHARED = { hookTimeout: PATIENCE_MS, isolate: false, pool: 'forks' as const, setupFiles: ['tests/helpers/freshModules.ts'], testTimeout: PATIENCE_MS }

function onEngine(engine: TestEngine, index: number): TestProjectConfiguration[] {
  if ('missing' in engine) return []
  return [
    {
      // The tests run as production does, where React has no development runtime.
      oxc: { jsx: { development: false } },
      resolve: { alias },
      test: {
        name: engine.name,
        ...SHARED,
        include: ['tests/int/**/*.test.ts'],
        exclude: ['tests/int/{database,project}/**'],
        // Jobs run when a test says so.
        env: { TEST_ENGINE: engine.name, TEST_SHARE: `${index}/${engines.length}`, NODE_ENV: 'production', DISABLE_PAYLOAD_HMR: 'true', JOBS: 'off' },
        globalSetup: SETUPS[engine.name] ?? [],
      },
    },
  ]
}

function redisNote(): string {
  return process.env.TEST_REDIS_URL ? 'redis: ran' : 'redis: NOT RUN: there is none (set TEST_REDIS_URL to run on a server)'
}

/** What the run in a project leaves out: each would say the same again, or is about the app alone. */
const NOT_IN_PROJECT = [
  // The app's own media and logins: how pictures are inspected, turned and sized, passwords, labels.
  'content/{labels,password,pictures,turned}',
  // Processes that the app starts on its own config. Exports run on the project's (tests/helpers/commandHost.ts).
  'desk/{scheduleWorkers,worker}',
  'import/{command,interrupted}',
  'out/exportResume',
  // Who may see what, by every address: what ids have to do with it is tried in leak/{canaries,hiddenRelations}.
  'leak/{existence,table}',
  // Words of notices, which are read the same everywhere.
  'import/{killLabels,takenBack,withdrawing}',
  // Dates, options, and long runs of what readers see after each write: articles have UUIDs everywhere, and what has numbers is tried elsewhere.
  'content/{dates,options,routes,timeZone,wrongOptions}',
  'desk/{flow,shown/table}',
  'import/dates',
]

/** The engine of that run: SQLite, or with PROJECT_ENGINE another. */
const PROJECT_ENGINE = process.env.PROJECT_ENGINE ?? 'sqlite'

/** The newsroom in a Payload project of somebody else: its own logins, media and pages, whose ids the database counts. */
const inProject: TestProjectConfiguration = {
  oxc: { jsx: { development: false } },
  resolve: { alias: [{ find: '@payload-config', replacement: path.resolve('tests/helpers/project.config.ts') }, ...alias.slice(1)] },
  test: {
    name: 'project',
    include: ['tests/int/{api,content,desk,import,leak,out,project,taxonomy}/**/*.test.ts'],
    exclude: NOT_IN_PROJECT.map((files) => `tests/int/${files}.test.ts`),
    env: { TEST_ENGINE: PROJECT_ENGINE, TEST_PROJECT: 'tests/helpers/project.config.ts', NODE_ENV: 'production', DISABLE_PAYLOAD_HMR: 'true', JOBS: 'off' },
    globalSetup: PROJECT_ENGINE === 'postgres' ? SETUPS.postgres : [],
    ...SHARED,
  },
}

const engines = await testEngines()

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', new Summary([...engines.map(noteOf), redisNote()])],
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], pool: 'threads', testTimeout: PATIENCE_MS } },
      {
        test: {
          name: 'database',
          include: ['tests/int/database/**/*.test.ts'],
          hookTimeout: PATIENCE_MS,
          pool: 'forks',
          testTimeout: PATIENCE_MS,
        },
      },
      ...engines.flatMap(onEngine),
      inProject,
    ],
  },
})
