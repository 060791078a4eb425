import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { TYPESCRIPT } from '../../../src/cli/typescript'

it('a server outlives what fails where nobody waits for it, and ends as ever when it has closed', async () => {
  const child = spawn(process.execPath, [...TYPESCRIPT, path.join(import.meta.dirname, 'support/failing.ts')], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  expect(said).toBe('A promise was rejected: Error: No promise.\nSomething failed where nobody waited for it: Error: No time.\n')
  expect(complained).toContain('The end.')
  expect(code).toBe(1)
})
