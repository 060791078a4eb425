import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  // Switches /_next/image off: nothing here uses it, and it would keep pictures that were deleted.
  images: { unoptimized: true },
  poweredByHeader: false,
  // Left out of the bundle: minified, Payload's errors lose the names by which it tells them apart, and exifreader finds no XML parser.
  serverExternalPackages: ['exifreader', 'payload', '@payloadcms/db-mongodb', '@payloadcms/db-postgres', '@payloadcms/db-sqlite', '@payloadcms/drizzle', '@payloadcms/graphql', '@payloadcms/storage-s3'],
  turbopack: { root: import.meta.dirname },
  // Types are checked by `npm run check`, with the tests and the command line tools in view.
  typescript: { ignoreBuildErrors: true },
}

const config = withPayload(nextConfig, { devBundleServerPackages: false })

export default {
  ...config,
  /** Payload asks browsers for their colour scheme on every path, which makes them fetch a first page twice. Only its admin UI looks. */
  headers: async () => (await config.headers?.())?.map((rule) => ({ ...rule, source: '/admin/:path*' })) ?? [],
} satisfies NextConfig
