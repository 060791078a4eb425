import { stat } from 'node:fs/promises'
import path from 'node:path'

type Context = { params: Promise<{ slug?: string[] }> }
type Handler = (request: Request, context: Context) => Promise<Response> | Response

/** Answers 404 for a picture that is not there, which Payload answers with 500, as if something had gone wrong. */
export function answerMissing(handler: Handler, { collection, directory }: { collection: string; directory: string }): Handler {
  return async (request, context) => {
    const [room, word, name, ...more] = (await context.params).slug ?? []
    const isPicture = room === collection && word === 'file' && name !== undefined && more.length === 0
    if (!isPicture || (await isFile(directory, name))) return handler(request, context)
    return Response.json({ errors: [{ message: 'There is no such picture.' }] }, { status: 404 })
  }
}

async function isFile(directory: string, name: string): Promise<boolean> {
  if (name !== path.basename(name) || name.includes('\0')) return false
  const found = await stat(path.join(directory, name)).catch(() => undefined)
  return found?.isFile() ?? false
}
