import { expect, it } from 'vitest'
import packageJson from '../../../package.json'
import { VERSION } from '../../../src/version'

it('the version that the server says is that of the package', () => {
  expect(VERSION).toBe(packageJson.version)
})
