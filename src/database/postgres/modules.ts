/**
 * The modules of Payload's PostgreSQL adapter. They are loaded where they are needed: a project on another engine need not
 * have them, and its bundler must not look for them.
 */

export const drizzle = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-postgres/drizzle')
export const drizzleNodePostgres = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-postgres/drizzle/node-postgres')
export const payloadPostgres = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/db-postgres')
