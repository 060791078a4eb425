import { announce, bridge } from '../../../../src/delivery/bridge'
import type { Source } from '../../../../src/delivery/bridge'
import type { Change } from '../../../../src/delivery/change'
import { createDelivery } from '../../../../src/delivery/delivery'
import type { Delivery, DeliveryOptions } from '../../../../src/delivery/delivery'
import { render } from '../../../../src/delivery/render'
import type { Rendered } from '../../../../src/delivery/rendered'
import { DELIVERY_DEFAULTS } from '../../../../src/delivery/settings'
import type { DeliverySettings } from '../../../../src/delivery/settings'
import { model } from './model'

/** Delivery in front of an app made of a function, asked without a port. */
export type Toy = {
  delivery: Delivery
  /** Asks delivery. */
  ask: (url: string, more?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Rendered>
  get: (url: string, headers?: Record<string, string>) => Promise<{ text: string; status: number; header: (name: string) => string | undefined }>
  /** Tells of a change. */
  change: (change: Partial<Change>) => void
  /** How often the app was asked. */
  renders: () => number
  failures: unknown[]
  close: () => Promise<void>
}

/** What stands behind: a listener, and what it says of its database. */
type ToyOptions = Pick<DeliveryOptions, 'app' | 'open' | 'pollMs'> & {
  settings?: Partial<DeliverySettings>
  source?: Partial<Source>
  /** Whether its database has been connected. */
  isOpen?: boolean
}

export const IDLE: Source = {
  model,
  ping: () => Promise.resolve(true),
  messages: () => Promise.resolve([]),
  moments: () => Promise.resolve([]),
  purge: () => Promise.resolve(),
}

export function openToy({ app, isOpen = true, pollMs = 60_000, settings, source, ...more }: ToyOptions): Toy {
  let renders = 0
  const failures: unknown[] = []
  bridge().source = isOpen ? { ...IDLE, ...source } : undefined
  const delivery = createDelivery({
    app: (request, response) => {
      renders += 1
      return app(request, response)
    },
    settings: { ...DELIVERY_DEFAULTS, ...settings },
    log: (_message, error) => failures.push(error),
    pollMs,
    ...more,
  })
  const ask: Toy['ask'] = (url, { body, headers = {}, method = 'GET' } = {}) =>
    render(delivery.listener, { method, url, headers: { host: 'newsroom.test', ...headers }, body }, Infinity)
  return {
    delivery,
    ask,
    get: async (url, headers = {}) => {
      const rendered = await ask(url, { headers })
      return {
        text: rendered.body.toString(),
        status: rendered.status,
        header: (name) => rendered.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1],
      }
    },
    change: (change) => {
      announce({ tags: 'all', removes: false, moments: [], ...change })
    },
    renders: () => renders,
    failures,
    close: async () => {
      await delivery.close()
      bridge().source = undefined
    },
  }
}
