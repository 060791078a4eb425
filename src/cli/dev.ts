import { setNodeEnv } from './nodeEnv'
import { runNewsroom } from './newsroom'

setNodeEnv('development')
await runNewsroom({ dev: true })
