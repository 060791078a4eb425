import type { DefaultServerCellComponentProps } from 'payload'
import { nameOf } from './nameOf'

/** In a list: who it was, by name. */
export async function PersonCell({ cellData, payload }: DefaultServerCellComponentProps) {
  return <span dir="auto">{(await nameOf(payload, cellData)) ?? '—'}</span>
}
