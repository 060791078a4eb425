import { readdirSync } from 'node:fs'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** The folders of src, and what is beside it. Each imports only from those before it (ARCHITECTURE.md). */
const ORDER = [
  ['options'],
  ['text'],
  ['articles', 'storage'],
  ['i18n'],
  ['access'],
  ['fields'],
  ['database'],
  ['delivery'],
  ['validation'],
  ['security'],
  ['graphql', 'formats'],
  ['desk', 'export'],
  ['backup'],
  ['ingest'],
  ['taxonomy'],
  ['admin'],
  ['site'],
  ['collections'],
  ['plugin'],
  ['seed'],
  ['routes'],
  ['exports'],
  ['app', 'cli'],
]

/** Slugs of collections that a project may change (src/options/slugs.ts). */
const SLUG = '(articles|authors|sections|tags|media|users|api-clients)'
const SLUG_PLACES = [
  `Property[key.name=/^(collection|collectionSlug|entitySlug|relationTo|slug)$/] > Literal.value[value=/^${SLUG}$/]`,
  `Property[key.name=/^(collections|enabledCollections|relationTo)$/] > ArrayExpression > Literal[value=/^${SLUG}$/]`,
  `BinaryExpression[left.property.name=/^(collection|collectionSlug|relationTo|slug)$/] > Literal[value=/^${SLUG}$/]`,
  `BinaryExpression[left.name=/^(collection|collectionSlug|relationTo|slug)$/] > Literal[value=/^${SLUG}$/]`,
  `MemberExpression[object.property.name='collections'][property.name=/^${SLUG}$/]`,
  `Literal[value=/^.(api|collections).${SLUG}($|[^a-z-])/]`,
  `TemplateElement[value.raw=/.(api|collections).${SLUG}($|[^a-z-])/]`,
]

/** Where Payload's API or admin UI is written as an address. */
const ROUTE_PLACES = ['Literal[value=/^[^a-z0-9](api|admin)($|[^a-z])/]', 'TemplateElement[value.raw=/^[^a-z0-9](api|admin)[^a-z]/]']

const RESTRICTED = [
  ...SLUG_PLACES.map((selector) => ({ selector, message: 'A project may give this collection another slug: write slugs.… (src/options/slugs.ts), in the browser useSlugs().' })),
  ...ROUTE_PLACES.map((selector) => ({ selector, message: 'A project may have this elsewhere: write currentOptions().routes (src/options/current.ts), in the browser useConfig().config.routes.' })),
]

/** A list of the admin UI that belongs to one collection. */
const UPWARDS = ['src/admin/media/Usage.tsx']

const known = ORDER.flat()
const missing = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory() && !known.includes(each.name))
if (missing.length > 0) throw new Error(`Put ${missing.map(({ name }) => `src/${name}`).join(', ')} into the order of imports in eslint.config.js.`)

const zones = ORDER.flatMap((names, level) => names.map((name) => ({
  files: [['collections', 'seed'].includes(name) ? `${name}/**` : `src/${name}/**`],
  ignores: UPWARDS,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: [{
        regex: `^(\\.\\./)+(src/)?(${ORDER.slice(level).flat().filter((other) => other !== name).join('|')})(/|$)`,
        message: `${name} imports only from folders before it (ORDER in eslint.config.js).`,
      }],
    }],
  },
})))

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'tests/package/stock/**',
      '.data/**',
      'node_modules/**',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/app/(payload)/admin/importMap.js',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    plugins: { regexp },
    rules: {
      // Every text may be a client's: a pattern that can backtrack by the square of its length stops the whole process.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  ...zones,
  {
    files: ['src/**', 'collections/**', 'seed/**'],
    rules: {
      'no-restricted-syntax': ['error', ...RESTRICTED],
    },
  },
  {
    // What only the app has may name its routes.
    files: ['src/{app,cli,delivery,security}/**', 'src/server.ts', 'src/options/**'],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED.filter(({ selector }) => !ROUTE_PLACES.includes(selector))] },
  },
  {
    // Declarations merge with those of Payload, which only interfaces do.
    files: ['src/payload.d.ts'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  {
    // Patterns of tests see the answers of the code, not the texts of clients.
    files: ['tests/**', 'bench/**'],
    rules: { 'regexp/no-super-linear-backtracking': 'off', 'regexp/no-super-linear-move': 'off' },
  },
  {
    files: ['src/cli/**', 'bench/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
)
