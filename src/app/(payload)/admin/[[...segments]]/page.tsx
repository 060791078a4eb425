import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import { readList } from '../../../../admin/lists/readList'
import { UnaskedProvider } from '../../../../admin/lists/UnaskedNotice'
import { importMap } from '../importMap'

type Props = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Props): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

export default async function AdminPage({ params, searchParams }: Props) {
  const payload = await getPayload({ config, cron: true, importMap })
  const { segments } = await params
  const list = await readList(payload, segments, await searchParams)
  return (
    <UnaskedProvider unasked={list.unasked}>
      <RootPage config={config} importMap={importMap} params={params} searchParams={Promise.resolve(list.params)} />
    </UnaskedProvider>
  )
}
