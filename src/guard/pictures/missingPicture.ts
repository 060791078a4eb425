import { stat } from 'node:fs/promises'
import path from 'node:path'
import { errorAnswer } from '../routeHandler'
import type { RouteHandler } from '../routeHandler'

type Context = { params: Promise<{ slug?: string[] }> }

/** Answers 404 for a picture that is not there, which Payload answers with 500, as if something had gone wrong. */
export function answerMissing(handler: RouteHandler<Context>, { collection, directory }: { collection: string; directory: string }): RouteHandler<Context> {
  return async (request, context) => {
    const [room, word, name, ...more] = (await context.params).slug ?? []
    const isPicture = room === collection && word === 'file' && name !== undefined && more.length === 0
    if (!isPicture || (await isFile(directory, name))) return handler(request, context)
    return errorAnswer(404, 'There is no such picture.')
  }
}

async function isFile(directory: string, name: string): Promise<boolean> {
  if (name !== path.basename(name) || name.includes('\0')) return false
  const found = await stat(path.join(directory, name)).catch(() => undefined)
  return found?.isFile() ?? false
}
