import config from '@payload-config'
import { generatePageMetadata } from '@payloadcms/next/views'
import { NewsroomPage } from 'dateline/rsc'
import type { Metadata } from 'next'
import { importMap } from '../importMap'

type Props = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Props): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

export default function AdminPage({ params, searchParams }: Props) {
  return <NewsroomPage config={config} importMap={importMap} params={params} searchParams={searchParams} />
}
