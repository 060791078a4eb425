import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const FOLDER = new URL('../../../../shared/oracles/ninjs/', import.meta.url)

/** Why ninjs cannot be validated here, if it cannot: IPTC's schema is kept beside the project, not in it. */
export const withoutSchema = existsSync(FOLDER)
  ? undefined
  : 'IPTC’s ninjs 3.1 schema is not at ../shared/oracles/ninjs'

/** What IPTC's schema says against an item; nothing when it is valid. */
export function ninjsFaults(item: unknown): string[] {
  validator ??= compiled()
  return validator(item)
    ? []
    : (validator.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

let validator: ReturnType<typeof compiled> | undefined

function compiled() {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  ajv.addSchema(schema('GeoJSON-schema.json'), 'https://geojson.org/schema/GeoJSON.json')
  return ajv.compile(schema('ninjs-schema_3.1.json'))
}

function schema(file: string): Record<string, unknown> {
  return Object(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
}
