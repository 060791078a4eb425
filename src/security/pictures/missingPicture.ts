import { stat } from 'node:fs/promises'
import path from 'node:path'
import { errorAnswer } from '../../validation/routeHandler'
import type { RouteHandler } from '../../validation/routeHandler'

type Pictures = {
  collection: string
  /** Undefined: a store keeps them, and is asked. */
  directory: string | undefined
}

type Context = { params: Promise<{ slug?: string[] }> }

/** Answers 404 for a picture that is not there, which Payload answers with 500, as if something had gone wrong; 503 while its store is gone. */
export function answerMissing(handler: RouteHandler<Context>, { collection, directory }: Pictures): RouteHandler<Context> {
  return async (request, context) => {
    const [room, word, name, ...more] = (await context.params).slug ?? []
    const isPicture = room === collection && word === 'file' && name !== undefined && more.length === 0
    if (!isPicture) return handler(request, context)
    if (directory !== undefined) return (await isFile(directory, name)) ? handler(request, context) : missing()
    const answer = await handler(request, context)
    if (answer.status === 404) return missing()
    return answer.status === 500 ? errorAnswer(503, 'The store of the pictures does not answer: try again in a moment.') : answer
  }
}

function missing(): Response {
  return errorAnswer(404, 'There is no such picture.')
}

async function isFile(directory: string, name: string): Promise<boolean> {
  if (name !== path.basename(name) || name.includes('\0')) return false
  const found = await stat(path.join(directory, name)).catch(() => undefined)
  return found?.isFile() ?? false
}
