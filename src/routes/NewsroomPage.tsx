import { RootPage } from '@payloadcms/next/views'
import { getPayload } from 'payload'
import type { ImportMap, SanitizedConfig } from 'payload'
import { readList } from '../admin/lists/readList'
import { UnaskedProvider } from '../admin/lists/UnaskedNotice'

type Props = {
  config: Promise<SanitizedConfig>
  importMap: ImportMap
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** In place of Payload's `RootPage`: every page of the admin UI. A list leaves out what its address may not ask for, and says so. */
export async function NewsroomPage({ config, importMap, params, searchParams }: Props) {
  const payload = await getPayload({ config, cron: true, importMap })
  const { segments } = await params
  const list = await readList(payload, segments, await searchParams)
  return (
    <UnaskedProvider unasked={list.unasked}>
      <RootPage config={config} importMap={importMap} params={params} searchParams={Promise.resolve(list.params)} />
    </UnaskedProvider>
  )
}
