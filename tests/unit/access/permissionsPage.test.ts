import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { permissionsTable } from '../../int/leak/page'

it('docs/permissions.md has the table that the tests try', async () => {
  expect(await readFile('docs/permissions.md', 'utf8')).toContain(`\n\n${permissionsTable()}\n\n`)
})
