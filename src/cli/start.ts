import { setNodeEnv } from './nodeEnv'
import { runNewsroom } from './newsroom'
import { withoutTypeScript } from './tsx.mjs'

setNodeEnv('production')
await runNewsroom({ dev: false, running: withoutTypeScript })
