/** Who asks: readers, programs by the scope of their key, and people. */
export const WHO = ['reader', 'program', 'read-drafts', 'ingest', 'journalist', 'editor', 'admin'] as const
export type Who = (typeof WHO)[number]

/** What may be tried. Reading is tried by id, as a list, and by counting. */
export type Operation =
  | 'read'
  | 'read versions'
  | 'feeds'
  | 'ninjs'
  | 'jsonld'
  | 'create'
  | 'upload'
  | 'publish'
  | 'update'
  | 'duplicate'
  | 'restore version'
  | 'trash'
  | 'untrash'
  | 'delete'
  | 'unlock'
  | 'new key'
  | 'import'
  | 'import published'

/**
 * - `yes`: any document; `no`: none
 * - `own`: what they began, sign or are; of articles only until they are submitted, where it is about writing
 * - `public`: what the public rule shows to readers
 * - `draft`: yes, but nothing that is published by it
 */
export type Verdict = 'draft' | 'no' | 'own' | 'public' | 'public, own' | 'yes'

type Verdicts = readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]
export type Row = readonly [collection: string, operation: Operation, ...verdicts: Verdicts]

/** Who may do what, in columns as in {@link WHO}. Every row is tried over REST, one and many at a time, and GraphQL. */
export const TABLE: readonly Row[] = [
  //                                        reader    program   read-drafts ingest    journalist     editor    admin
  ['articles', 'read',                      'public', 'public', 'yes',      'public', 'public, own', 'yes',    'yes'],
  ['articles', 'read versions',             'no',     'no',     'yes',      'no',     'own',         'yes',    'yes'],
  ['articles', 'feeds',                     'public', 'public', 'public',   'public', 'public',      'public', 'public'],
  ['articles', 'ninjs',                     'public', 'public', 'yes',      'public', 'public, own', 'yes',    'yes'],
  ['articles', 'jsonld',                    'public', 'public', 'yes',      'public', 'public, own', 'yes',    'yes'],
  ['articles', 'create',                    'no',     'no',     'no',       'no',     'draft',       'yes',    'yes'],
  ['articles', 'publish',                   'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['articles', 'update',                    'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['articles', 'duplicate',                 'no',     'no',     'no',       'no',     'public, own', 'yes',    'yes'],
  ['articles', 'restore version',           'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['articles', 'trash',                     'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['articles', 'untrash',                   'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['articles', 'delete',                    'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['article-events', 'read',                'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['article-events', 'create',              'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['article-events', 'update',              'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['article-events', 'delete',              'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['authors', 'read',                       'yes',    'yes',    'yes',      'yes',    'yes',         'yes',    'yes'],
  ['authors', 'create',                     'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['authors', 'update',                     'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['authors', 'duplicate',                  'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['authors', 'delete',                     'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['sections', 'read',                      'yes',    'yes',    'yes',      'yes',    'yes',         'yes',    'yes'],
  ['sections', 'create',                    'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['sections', 'update',                    'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['sections', 'duplicate',                 'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['sections', 'delete',                    'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['tags', 'read',                          'yes',    'yes',    'yes',      'yes',    'yes',         'yes',    'yes'],
  ['tags', 'create',                        'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['tags', 'update',                        'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['tags', 'duplicate',                     'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['tags', 'delete',                        'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['media', 'read',                         'yes',    'yes',    'yes',      'yes',    'yes',         'yes',    'yes'],
  ['media', 'upload',                       'no',     'no',     'no',       'no',     'yes',         'yes',    'yes'],
  ['media', 'update',                       'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['media', 'duplicate',                    'no',     'no',     'no',       'no',     'yes',         'yes',    'yes'],
  ['media', 'delete',                       'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['redirects', 'read',                     'yes',    'yes',    'yes',      'yes',    'yes',         'yes',    'yes'],
  ['redirects', 'create',                   'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['redirects', 'update',                   'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['redirects', 'delete',                   'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['imports', 'import',                     'no',     'no',     'no',       'yes',    'no',          'yes',    'yes'],
  ['imports', 'import published',           'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['imports', 'read',                       'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['imports', 'create',                     'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['imports', 'update',                     'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['imports', 'delete',                     'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['import-items', 'read',                  'no',     'no',     'no',       'no',     'no',          'yes',    'yes'],
  ['import-items', 'create',                'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['import-items', 'update',                'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['import-items', 'delete',                'no',     'no',     'no',       'no',     'no',          'no',     'no'],
  ['share-links', 'read',                   'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['share-links', 'create',                 'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['share-links', 'update',                 'no',     'no',     'no',       'no',     'own',         'yes',    'yes'],
  ['share-links', 'delete',                 'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['users', 'read',                         'no',     'no',     'no',       'no',     'own',         'own',    'yes'],
  ['users', 'create',                       'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['users', 'update',                       'no',     'no',     'no',       'no',     'own',         'own',    'yes'],
  ['users', 'unlock',                       'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['users', 'delete',                       'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['api-clients', 'read',                   'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['api-clients', 'create',                 'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['api-clients', 'update',                 'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['api-clients', 'new key',                'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['api-clients', 'delete',                 'no',     'no',     'no',       'no',     'no',          'no',     'yes'],
  ['payload-jobs', 'read',                  'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-jobs', 'create',                'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-jobs', 'update',                'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-jobs', 'delete',                'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-kv', 'read',                    'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-kv', 'create',                  'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-kv', 'update',                  'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-kv', 'delete',                  'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-locked-documents', 'read',      'no',     'no',     'no',         'no',     'own',         'yes',   'yes'],
  ['payload-locked-documents', 'create',    'no',     'no',     'no',         'no',     'no',          'no',    'no'],
  ['payload-locked-documents', 'delete',    'no',     'no',     'no',         'no',     'own',         'yes',   'yes'],
]
