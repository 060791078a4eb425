import config from '@payload-config'
import { getPayload } from 'payload'
import { answerShared } from '../../../../site/find/answer'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

/** A draft, for everyone who has its link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  return answerShared(token, await getPayload({ config, cron: true }))
}
