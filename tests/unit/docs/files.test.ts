import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGES = ['README.md', 'ARCHITECTURE.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]

/** Files and folders of the repository in backticks, such as `src/log.ts`. */
const NAMED = /`((?:src|collections|seed|tests|bench|docs)\/[\w./-]+)`/g
const LINKED = /\]\((?!https?:)([^)#\s]+)(?:#[\w-]+)?\)/g

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('names files that are there', () => {
    const missing = [...text.matchAll(NAMED)].map(([, name = '']) => name).filter((name) => !existsSync(name))
    expect(missing).toEqual([])
  })

  it('links to files that are there', () => {
    const missing = [...text.matchAll(LINKED)].map(([, name = '']) => name).filter((name) => !existsSync(path.join(path.dirname(page), name)))
    expect(missing).toEqual([])
  })
})

it('the list of what works around Payload names tests that are there', () => {
  const rows = readFileSync('docs/versions.md', 'utf8').split('\n').filter((line) => /`(?:int|unit|e2e)\//.test(line))
  const tests = rows.flatMap((row) => [...row.matchAll(/`((?:int|unit|e2e)\/[\w/-]+)`/g)].map(([, name = '']) => name))
  expect(tests.length).toBeGreaterThan(20)
  expect(tests.filter((name) => !existsSync(`tests/${name}.test.ts`) && !existsSync(`tests/${name}`))).toEqual([])
})
