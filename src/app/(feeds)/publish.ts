import config from '@payload-config'
import { getPayload } from 'payload'
import type { Payload } from 'payload'
import type { FormatOptions } from '../../formats/types'
import { answerPublication } from '../../formats/syndication/publication'
import type { Publication } from '../../formats/syndication/publication'
import { siteOptions } from '../../formats/syndication/site'

/** Answers a request with what `find` makes of the newsroom. */
export async function publish(find: (payload: Payload, options: FormatOptions) => Promise<Publication | undefined>): Promise<Response> {
  const payload = await getPayload({ config, cron: true })
  return answerPublication(await find(payload, siteOptions()))
}
