import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { isJoined } from '../../options/ofNewsroom'
import { slugs } from '../../options/slugs'
import { errorAnswer } from '../../validation/routeHandler'
import type { RouteHandler } from '../../validation/routeHandler'

type Context = { params: Promise<{ slug?: string[] }> }

/** Answers 404 for a picture of the newsroom that is not there, which Payload answers with 500, as if something had gone wrong; 503 while its store is gone. */
export function answerMissing(config: Promise<SanitizedConfig>, handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const [room, word, name, ...more] = (await context.params).slug ?? []
    const isPicture = room === slugs.media && word === 'file' && name !== undefined && more.length === 0
    if (!isPicture) return handler(request, context)
    const { collections } = await config
    const directory = pictureFolder({ collections })
    // A project may have its own way to answer for a file that is not there.
    if (directory !== undefined && collections.some((each) => each.slug === slugs.media && isJoined(each))) {
      const answer = await handler(request, context)
      return answer.status === 500 && !(await isFile(directory, name)) ? missing() : answer
    }
    if (directory !== undefined) return (await isFile(directory, name)) ? handler(request, context) : missing()
    const answer = await handler(request, context)
    if (answer.status === 404) return missing()
    return answer.status === 500 ? errorAnswer(503, 'The store of the pictures does not answer: try again in a moment.') : answer
  }
}

/** The folder of this machine that pictures are kept in; undefined where a store keeps them. */
export function pictureFolder({ collections }: Pick<SanitizedConfig, 'collections'>): string | undefined {
  const { upload } = collections.find(({ slug }) => slug === slugs.media) ?? {}
  return upload === undefined || upload.disableLocalStorage ? undefined : upload.staticDir
}

function missing(): Response {
  return errorAnswer(404, 'There is no such picture.')
}

async function isFile(directory: string, name: string): Promise<boolean> {
  if (name !== path.basename(name) || name.includes('\0')) return false
  const found = await stat(path.join(directory, name)).catch(() => undefined)
  return found?.isFile() ?? false
}
