import { expect, it } from 'vitest'
import { permissionsPage } from '../../int/leak/page'

it('docs/permissions.md says what the table says (npx vitest run --project unit --update tests/unit/access writes it anew)', async () => {
  await expect(permissionsPage()).toMatchFileSnapshot('../../../docs/permissions.md')
})
