import { setNodeEnv } from './nodeEnv'
import { runNewsroom } from './newsroom'

setNodeEnv('production')
await runNewsroom({ dev: false })
