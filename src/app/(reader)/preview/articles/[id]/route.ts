import config from '@payload-config'
import { getPayload } from 'payload'
import { answerPreview } from '../../../../../site/find/answer'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** An article as it is at the desk, for the desk. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerPreview(id, request, await getPayload({ config, cron: true }))
}
