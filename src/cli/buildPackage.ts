import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { replaceTscAliasPaths } from 'tsc-alias'
import { runTool } from './build'
import { fail, step } from './print'

/** How the package is compiled: its entries, and all that they import. */
const TSCONFIG = 'src/exports/tsconfig.json'
const OUT = 'dist'

/** What TypeScript leaves behind: styles, and the copy of the seed. */
const OTHERS = ['src/admin/**/*.css', 'seed/articles/*.txt']

/** Builds what `npm pack` packs. */
async function buildPackage(): Promise<void> {
  await rm(OUT, { force: true, recursive: true })
  await step('Compiling the package', () => runTool('node_modules/typescript/bin/tsc', ['-p', TSCONFIG]))
  // Node wants whole file names.
  await replaceTscAliasPaths({ configFile: TSCONFIG, resolveFullPaths: true })
  for (const file of await glob(`${OUT}/**/*.d.ts`)) {
    const types = await readFile(file, 'utf8')
    // Styles have no types.
    await writeFile(file, types.replace(/^import '\.\/[\w.]+\.css';\n/gm, ''))
  }
  for (const file of await glob(OTHERS)) {
    await mkdir(path.join(OUT, path.dirname(file)), { recursive: true })
    await copyFile(file, path.join(OUT, file))
  }
}

await buildPackage().catch(fail)
