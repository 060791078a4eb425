import { findFeed } from '../../../../publishing/feeds'
import { publish } from '../../publish'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/** RSS, Atom and JSON Feed: of everything, of a section, of a tag, of an author. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  return publish(request, (payload, options) => findFeed(path, payload, options))
}
