/** Who asks. */
export const WHO = ['reader', 'journalist', 'editor', 'admin'] as const
export type Who = (typeof WHO)[number]

/** What may be tried. */
export const OPERATIONS = ['read', 'read versions', 'create', 'publish', 'update', 'trash', 'restore version', 'duplicate', 'delete'] as const
export type Operation = (typeof OPERATIONS)[number]

/**
 * - `yes`: any document; `no`: none
 * - `own`: what they began, sign or are; of articles only until they are submitted, where it is about writing
 * - `public`: what the public rule shows to readers
 * - `draft`: yes, but nothing that is published by it
 */
export type Verdict = 'draft' | 'no' | 'own' | 'public' | 'public, own' | 'yes'

export type Row = readonly [collection: string, operation: Operation, ...verdicts: readonly [Verdict, Verdict, Verdict, Verdict]]

/** Who may do what, in columns as in {@link WHO}. Every row is tried over REST, one and many at a time, and GraphQL. */
export const TABLE: readonly Row[] = [
  //                                       reader    journalist     editor  admin
  ['articles', 'read',                     'public', 'public, own', 'yes', 'yes'],
  ['articles', 'read versions',            'no',     'own',         'yes', 'yes'],
  ['articles', 'create',                   'no',     'draft',       'yes', 'yes'],
  ['articles', 'publish',                  'no',     'no',          'yes', 'yes'],
  ['articles', 'update',                   'no',     'own',         'yes', 'yes'],
  ['articles', 'duplicate',                'no',     'own',         'yes', 'yes'],
  ['articles', 'restore version',          'no',     'no',          'yes', 'yes'],
  ['articles', 'trash',                    'no',     'no',          'yes', 'yes'],
  ['articles', 'delete',                   'no',     'no',          'no',  'yes'],
  ['article-events', 'read',               'no',     'own',         'yes', 'yes'],
  ['article-events', 'create',             'no',     'no',          'no',  'no'],
  ['article-events', 'update',             'no',     'no',          'no',  'no'],
  ['article-events', 'delete',             'no',     'no',          'no',  'no'],
  ['authors', 'read',                      'yes',    'yes',         'yes', 'yes'],
  ['authors', 'create',                    'no',     'no',          'yes', 'yes'],
  ['authors', 'update',                    'no',     'own',         'yes', 'yes'],
  ['authors', 'delete',                    'no',     'no',          'no',  'yes'],
  ['sections', 'read',                     'yes',    'yes',         'yes', 'yes'],
  ['sections', 'create',                   'no',     'no',          'yes', 'yes'],
  ['sections', 'update',                   'no',     'no',          'yes', 'yes'],
  ['sections', 'delete',                   'no',     'no',          'no',  'yes'],
  ['tags', 'read',                         'yes',    'yes',         'yes', 'yes'],
  ['tags', 'create',                       'no',     'no',          'yes', 'yes'],
  ['tags', 'update',                       'no',     'no',          'yes', 'yes'],
  ['tags', 'delete',                       'no',     'no',          'no',  'yes'],
  ['media', 'read',                        'yes',    'yes',         'yes', 'yes'],
  ['media', 'update',                      'no',     'own',         'yes', 'yes'],
  ['media', 'delete',                      'no',     'no',          'no',  'yes'],
  ['users', 'read',                        'no',     'own',         'own', 'yes'],
  ['users', 'create',                      'no',     'no',          'no',  'yes'],
  ['users', 'update',                      'no',     'own',         'own', 'yes'],
  ['users', 'delete',                      'no',     'no',          'no',  'yes'],
]
