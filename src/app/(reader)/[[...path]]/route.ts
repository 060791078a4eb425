import config from '@payload-config'
import { getPayload } from 'payload'
import { answerReader } from '../../../site/find/answer'

export const dynamic = 'force-dynamic'

/** The front page, articles, sections, tags and authors; a page that says so for what is none of these. */
export async function GET(request: Request): Promise<Response> {
  return answerReader(request, await getPayload({ config, cron: true }))
}
