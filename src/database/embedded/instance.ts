import { MongoInstance } from 'mongodb-memory-server'

import { SET_NAME, shutDown } from './replicaSet'

// The library would run the binary once more to compare its version with the one it would have downloaded.
process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'

/** How long mongod may take to open its data, in milliseconds; after a crash it first replays its journal. */
const LAUNCH_MS = 120_000

/** How much of mongod's last output is kept, in characters. */
const MEMORY = 20_000

/** mongod's exit code when its port is taken: https://www.mongodb.com/docs/manual/reference/exit-codes/ */
const PORT_TAKEN = 48

/**
 * A mongod process, started and watched by mongodb-memory-server: when this process ends without stopping it, the
 * library's watcher does so within seconds.
 */
export class EmbeddedMongod extends MongoInstance {
  #exitCode: number | null = null
  #isReady = false
  #output = ''
  #tellEnd: () => void = () => undefined
  /** Settles when the process has ended, for whatever reason. */
  readonly ended = new Promise<void>((resolve) => {
    this.#tellEnd = resolve
  })
  readonly port: number

  constructor({ binary, dbPath, port }: { binary: string; dbPath: string; port: number }) {
    super({
      binary: { systemBinary: binary },
      instance: { dbPath, ip: '127.0.0.1', launchTimeout: LAUNCH_MS, port, replSet: SET_NAME, storageEngine: 'wiredTiger' },
      // Out of the terminal's process group: Ctrl-C is for the newsroom, which ends mongod after the last request.
      spawn: { detached: true },
    })
    this.port = port
  }

  /** mongod's process number while it runs. */
  get pid(): number | undefined {
    return this.mongodProcess?.pid
  }

  /** Whether mongod ended because its port was taken after it had been free. */
  get isPortTaken(): boolean {
    return this.#exitCode === PORT_TAKEN
  }

  /** Whether mongod ended because another one uses its data. */
  get isDataInUse(): boolean {
    return this.#output.includes('DBPathInUse')
  }

  /** What mongod gave as the reason why it ended, or its last line. */
  get lastWords(): string {
    const errors = [...this.#output.matchAll(/"error":"((?:[^"\\]|\\.)*)"/g)]
    return errors.at(-1)?.[1] ?? this.#output.trimEnd().split('\n').at(-1) ?? ''
  }

  override async start(): Promise<void> {
    await super.start()
    this.#isReady = true
  }

  /**
   * Ends mongod with everything written down. The library's own way asks whoever listens on the port to shut down, even
   * when this mongod never came to listen there, and prints what goes wrong.
   */
  override async stop(): Promise<boolean> {
    if (this.#isReady && this.mongodProcess?.exitCode === null && this.mongodProcess.signalCode === null) {
      this.#isReady = false
      // The connection breaks as mongod ends, and a mongod that cannot be asked is ended by the signal that follows.
      await shutDown(this.port).catch(() => undefined)
    }
    this.isReplSet = false
    return super.stop()
  }

  override closeHandler(code: number | null, signal: string | null): void {
    this.#exitCode = code
    super.closeHandler(code, signal)
    this.#tellEnd()
  }

  /** The library's own check parses what it was handed as one line, throws when it was two, and ends this process. */
  protected override checkErrorInLine(output: string): void {
    this.#output = `${this.#output}${output}\n`.slice(-MEMORY)
  }
}
