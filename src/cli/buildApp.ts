import { build } from './build'
import { setNodeEnv } from './nodeEnv'
import { fail, step } from './print'

setNodeEnv('production')
await step('Building the app', build).catch(fail)
