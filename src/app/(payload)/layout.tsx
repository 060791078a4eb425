import config from '@payload-config'
import '@payloadcms/next/css'
import { RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { callServer } from '../../admin/callServer'
import { importMap } from './admin/importMap'
import './admin.scss'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return callServer(args, importMap)
}

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
