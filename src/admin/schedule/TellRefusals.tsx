'use client'

import { ServerFunctionsContext } from '@payloadcms/ui'
import type { ServerFunctionsContextType } from '@payloadcms/ui'
import { use, useMemo } from 'react'
import type { ReactNode } from 'react'

/**
 * Lets the drawer for scheduling tell of a refusal. It takes any answer for a success, and shows what is thrown; Payload
 * answers a refusal as `{error}`.
 */
export function TellRefusals({ children }: { children: ReactNode }) {
  const context = use(ServerFunctionsContext)
  const telling = useMemo(() => context && { ...context, schedulePublish: thrower(context.schedulePublish) }, [context])
  return <ServerFunctionsContext value={telling}>{children}</ServerFunctionsContext>
}

type SchedulePublish = ServerFunctionsContextType['schedulePublish']

function thrower(schedulePublish: SchedulePublish): SchedulePublish {
  return async (args) => {
    const answer = await schedulePublish(args)
    if (isRefusal(answer)) throw new Error(answer.error)
    return answer
  }
}

function isRefusal(answer: unknown): answer is { error: string } {
  return typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string'
}
