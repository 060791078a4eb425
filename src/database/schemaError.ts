/** The database cannot take the shape that the content model asks for; the message is one line that says what to do. */
export class DatabaseSchemaError extends Error {
  override name = 'DatabaseSchemaError'
}
