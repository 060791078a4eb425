import { expect, it } from 'vitest'
import { readStorage, SettingsError } from '../../../src/settings'

const BUCKET = { S3_BUCKET: 'newsroom-pictures' }

it('keeps pictures in a folder where no bucket is named', () => {
  expect(readStorage({})).toBeUndefined()
  expect(() => readStorage({ S3_ENDPOINT: 'https://s3.example.com' })).toThrow('S3_ENDPOINT is set, and S3_BUCKET is not')
})

it('needs the bucket alone, on a machine of Amazon’s', () => {
  expect(readStorage(BUCKET)).toEqual({ bucket: 'newsroom-pictures', region: 'us-east-1', endpoint: undefined, credentials: undefined, isPathStyle: false })
})

it('takes blank settings as unset', () => {
  expect(readStorage({ S3_BUCKET: ' ', S3_ENDPOINT: '', S3_PATH_STYLE: '\t' })).toBeUndefined()
  expect(readStorage({ S3_BUCKET: ' newsroom-pictures ', S3_REGION: '' })).toEqual(readStorage(BUCKET))
})

it('writes the bucket into the path of another store, unless told otherwise', () => {
  const other = { ...BUCKET, S3_ENDPOINT: 'http://store:9000', S3_ACCESS_KEY_ID: 'desk', S3_SECRET_ACCESS_KEY: 'hush' }
  expect(readStorage(other)).toMatchObject({ endpoint: 'http://store:9000', isPathStyle: true, credentials: { accessKeyId: 'desk', secretAccessKey: 'hush' } })
  expect(readStorage({ ...other, S3_PATH_STYLE: 'false' })).toMatchObject({ isPathStyle: false })
})

it.each([
  [{ S3_BUCKET: 'Pictures!' }, /^S3_BUCKET "Pictures!" is not the name of a bucket/],
  [{ ...BUCKET, S3_ENDPOINT: 's3.example.com' }, /^S3_ENDPOINT "s3.example.com" is not an address/],
  [{ ...BUCKET, S3_ACCESS_KEY_ID: 'desk' }, /^S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together/],
  [{ ...BUCKET, S3_ENDPOINT: 'https://s3.example.com\n/x' }, /^S3_ENDPOINT "https:\/\/s3.example.com\\u\{a\}\/x" is not an address/],
  [{ ...BUCKET, S3_SECRET_ACCESS_KEY: 'hush' }, /^(?!.*hush)S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together/],
  [{ S3_REGION: 'us-east-1' }, /^S3_REGION is set, and S3_BUCKET is not/],
  [{ ...BUCKET, S3_PATH_STYLE: 'yes' }, /^S3_PATH_STYLE "yes" is neither true nor false/],
])('says what is wrong with %j', (env, message) => {
  expect(() => readStorage(env)).toThrow(SettingsError)
  expect(() => readStorage(env)).toThrow(message)
})
