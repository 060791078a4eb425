#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Without one of these, packages such as Lexical choose their files by a top-level await, which Node 20 may never get past.
const mode = process.env.NODE_ENV === 'production' ? 'production' : 'development'

/** Runs a command of an installed package. The config of a project is TypeScript, which Node has to be started for. */
const { status } = spawnSync(process.execPath, [`--conditions=${mode}`, '--import', import.meta.resolve('tsx'), fileURLToPath(new URL('installed.js', import.meta.url)), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
