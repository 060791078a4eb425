import * as v from 'valibot'
import type { StorageOptions } from '../options/options'
import { address, flag, hidden, isWebAddress, setting, text, token } from '../text/values'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** Where pictures are kept: in a folder, unless a bucket is named. Defaults are those of a bucket. */
export const STORAGE = v.pipe(
  v.object({
    S3_BUCKET: setting(text((name) => BUCKET.test(name), 'is not the name of a bucket: write 3 to 63 small letters, digits, dots and hyphens.'), undefined),
    S3_REGION: setting(text((name) => /^[\w-]{1,64}$/.test(name), 'is not a region: write it like us-east-1.'), undefined),
    S3_ENDPOINT: setting(address(isWebAddress, 'is not an address: write it like https://s3.example.com.'), undefined),
    S3_ACCESS_KEY_ID: setting(token, undefined),
    // Signs requests, and is never sent: blanks do no harm.
    S3_SECRET_ACCESS_KEY: setting(hidden((key) => key.length <= 500 && !/\p{Cc}/u.test(key), 'must be one line of at most 500 characters.'), undefined),
    S3_PATH_STYLE: setting(flag, undefined),
  }),
  v.check((env) => env.S3_BUCKET !== undefined || strayOf(env) === undefined, ({ input }) => `${strayOf(input) ?? ''} is set, and S3_BUCKET is not: set both, or neither.`),
  v.check(
    ({ S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: key }) => (id === undefined) === (key === undefined),
    'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or neither where the machine has a role.',
  ),
  v.transform(({ S3_BUCKET: bucket, S3_REGION: region = 'us-east-1', S3_ENDPOINT: endpoint, ...env }): { storage: StorageOptions | undefined } => {
    const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
    const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined
    return { storage: bucket === undefined ? undefined : { bucket, region, endpoint, credentials, isPathStyle: (env.S3_PATH_STYLE ?? String(endpoint !== undefined)) === 'true' } }
  }),
)

/** A setting that only says more of a bucket. */
function strayOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.keys(env).find((name) => env[name] !== undefined)
}
