import type { Tab } from 'payload'

export const share: Tab = {
  label: 'Share',
  description: 'A link by which somebody without a login sees the newest version of this article, until it expires or is revoked.',
  fields: [{ name: 'share', type: 'ui', admin: { components: { Field: '/src/admin/share/ShareDraft#ShareDraft' } } }],
}
