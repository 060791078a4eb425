/** The database is in use by something that must end first; the message is one line. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError'
}
