import type { TextField } from 'payload'
import { hint, named } from '../i18n/labels'

/** An IPTC Media Topic id, such as `medtop:11000000`, from https://cv.iptc.org/newscodes/mediatopic/. */
export function mediaTopicField(): TextField {
  return {
    name: 'mediaTopic',
    type: 'text',
    label: named('mediaTopic'),
    validate: (value: string | null | undefined) =>
      !value || /^medtop:\d{8}$/.test(value) || 'Write the Media Topic as medtop: and eight digits, such as medtop:11000000.',
    admin: {
      position: 'sidebar',
      placeholder: 'medtop:11000000',
      description: hint('mediaTopic'),
    },
  }
}
