/** A process in which a promise and a timer fail that nobody waits for; it ends well when it outlives both. */
import { installCrashGuard } from '../../../../src/crashGuard'

let failures = 0
const letDie = installCrashGuard((message, error) => {
  process.stdout.write(`${message}: ${String(error)}\n`)
  failures += 1
  if (failures < 2) return
  letDie()
  setImmediate(() => {
    throw new Error('The end.')
  })
})
void Promise.reject(new Error('No promise.'))
setImmediate(() => {
  throw new Error('No time.')
})
