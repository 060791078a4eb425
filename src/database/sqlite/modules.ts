/**
 * The modules of Payload's SQLite adapter. They are loaded where they are needed: a project on MongoDB need not have them,
 * and its bundler must not look for them.
 */

export const drizzle = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-sqlite/drizzle')
export const drizzleLibsql = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-sqlite/drizzle/libsql')
export const payloadSqlite = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-sqlite')
