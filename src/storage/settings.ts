import type { StorageOptions } from '../options/options'

type Read = (name: string) => string | undefined

/** What S3-compatible stores call theirs when they have but one. */
const DEFAULT_REGION = 'us-east-1'

/** What only says more of a bucket. */
const BESIDE = ['S3_REGION', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_PATH_STYLE'] as const

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/**
 * Reads where pictures are kept.
 *
 * @param value gives a setting, or undefined when it is not set
 * @param faults is given a line for every setting that is wrong
 * @returns undefined when they are kept in a folder
 */
export function readStorageSettings(value: Read, faults: string[]): StorageOptions | undefined {
  const bucket = value('S3_BUCKET')
  if (bucket === undefined) {
    const stray = BESIDE.find((name) => value(name) !== undefined)
    if (stray !== undefined) faults.push(`${stray} is set, and S3_BUCKET is not: set both, or neither.`)
    return undefined
  }
  if (!BUCKET.test(bucket)) faults.push(`S3_BUCKET "${bucket}" is not the name of a bucket: write 3 to 63 small letters, digits, dots and hyphens.`)
  const endpoint = value('S3_ENDPOINT')
  if (endpoint !== undefined && !isEndpoint(endpoint)) faults.push(`S3_ENDPOINT "${endpoint}" is not an address: write it like https://s3.example.com.`)
  const accessKeyId = value('S3_ACCESS_KEY_ID')
  const secretAccessKey = value('S3_SECRET_ACCESS_KEY')
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    faults.push('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or neither where the machine has a role.')
  }
  const pathStyle = value('S3_PATH_STYLE') ?? String(endpoint !== undefined)
  if (pathStyle !== 'true' && pathStyle !== 'false') faults.push(`S3_PATH_STYLE "${pathStyle}" is neither true nor false.`)
  return {
    bucket,
    region: value('S3_REGION') ?? DEFAULT_REGION,
    endpoint,
    credentials: accessKeyId !== undefined && secretAccessKey !== undefined ? { accessKeyId, secretAccessKey } : undefined,
    isPathStyle: pathStyle === 'true',
  }
}

function isEndpoint(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
