import type { EmailAdapter, Payload } from 'payload'

const NO_MAIL = 'none'

/**
 * Stands in until a mail service is configured: says that a mail was not sent, and keeps its content, which may hold a
 * password reset link, out of the log.
 */
export const noEmail: EmailAdapter = ({ payload }) => ({
  name: NO_MAIL,
  defaultFromAddress: 'dateline@localhost',
  defaultFromName: 'Dateline',
  sendEmail: ({ subject }) => {
    payload.logger.warn(`No mail service is configured: "${subject ?? 'a mail'}" was not sent. Set \`email\` in payload.config.ts.`)
    return Promise.resolve()
  },
})

/** Whether a mail service is configured. */
export function sendsMail({ email }: Pick<Payload, 'email'>): boolean {
  return email.name !== NO_MAIL
}
