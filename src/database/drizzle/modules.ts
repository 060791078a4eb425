/** Payload's query layer of both SQL engines. It is loaded where it is needed: a project on MongoDB need not have it, and its bundler must not look for it. */
export const payloadDrizzle = () => import(/* turbopackIgnore: true */ /* webpackIgnore: true */ '@payloadcms/drizzle')
