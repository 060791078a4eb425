import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../../src/payload-types'
import type { Refusal, Written } from '../../helpers/articles'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture, xmpOf } from '../../helpers/picture'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom
let bytes: Buffer

beforeAll(async () => {
  newsroom = await openNewsroom()
  bytes = await aPicture().withXmp(xmpOf({ alt: 'A port', caption: 'Rajin, in 2018', creators: ['Ann Lee'], credit: 'AP' })).jpeg().toBuffer()
})
afterAll(() => newsroom.close())

describe('a picture that comes in', () => {
  it('says itself what was left empty', async () => {
    const { body, status } = await upload<Written<Media>>(newsroom, { name: 'port.jpg', type: 'image/jpeg', bytes, data: { caption: ' ' } })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ alt: 'A port', caption: 'Rajin, in 2018', credit: 'Ann Lee / AP' })
  })

  it('does not overrule whoever brings it in', async () => {
    const data = { alt: 'Cranes', credit: 'Our own' }
    const { body } = await upload<Written<Media>>(newsroom, { name: 'port.jpg', type: 'image/jpeg', bytes, data })
    expect(body.doc).toMatchObject({ alt: 'Cranes', caption: 'Rajin, in 2018', credit: 'Our own' })
  })

  it('is refused when nobody says what it shows and who took it', async () => {
    const silent = await aPicture().jpeg().toBuffer()
    const { body, status } = await upload<Refusal>(newsroom, { name: 'silent.jpg', type: 'image/jpeg', bytes: silent, data: {} })
    expect(status).toBe(400)
    expect(body.errors[0]?.data).toMatchObject({ errors: [{ path: 'alt' }, { path: 'credit' }] })
  })
})
