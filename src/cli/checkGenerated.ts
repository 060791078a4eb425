import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fail, say } from './print'

/** Files that `npm run generate` writes from the model; they are committed. */
const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js', 'schema.graphql']

/** Generates everything again, says what was out of date, and leaves the files as they were found. */
async function checkGenerated(): Promise<string[]> {
  const before = await readAll()
  try {
    const { status, stderr, stdout } = spawnSync('npm', ['run', '--silent', 'generate'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`npm run generate failed:\n${stdout}${stderr}`)
    const after = await readAll()
    return GENERATED.filter((_, index) => before[index] !== after[index])
  } finally {
    await Promise.all(GENERATED.map((file, index) => writeFile(file, before[index] ?? '')))
  }
}

function readAll(): Promise<string[]> {
  return Promise.all(GENERATED.map((file) => readFile(file, 'utf8')))
}

const stale = await checkGenerated().catch(fail)
if (stale.length > 0) {
  say(`Out of date: ${stale.join(', ')}. Run npm run generate, and commit what it writes.`)
  process.exit(1)
}
say('Generated files are up to date.')
