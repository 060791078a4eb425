import { readIfThere, replaceFile } from './files'

/** mongod as it last ran: its port, kept so that the replica set finds itself again, and its process while it is up. */
export type MongodState = { pid?: number; port?: number }

/** Reads what is known; a file that says nothing useful is as good as none, as the port can be chosen again. */
export async function readState(file: string): Promise<MongodState> {
  const text = await readIfThere(file)
  const value = parse(text ?? '')
  if (typeof value !== 'object' || value === null) return {}
  return {
    ...('pid' in value && typeof value.pid === 'number' && { pid: value.pid }),
    ...('port' in value && typeof value.port === 'number' && { port: value.port }),
  }
}

/** Writes what is known, for other processes to read. */
export async function writeState(file: string, state: MongodState): Promise<void> {
  await replaceFile(file, `${JSON.stringify(state)}\n`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
