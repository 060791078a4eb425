/** The messages of a refusal: of each field where it names fields, else the one it has. */
export function faultsOf(answer: unknown): string[] {
  const errors = isRecord(answer) && Array.isArray(answer.errors) ? answer.errors : []
  return errors.flatMap((error: unknown) => {
    if (!isRecord(error)) return []
    const fields = isRecord(error.data) && Array.isArray(error.data.errors) ? error.data.errors : []
    const messages = fields.filter(isRecord).flatMap(({ message }) => (typeof message === 'string' ? [message] : []))
    return messages.length > 0 ? messages : typeof error.message === 'string' ? [error.message] : []
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
