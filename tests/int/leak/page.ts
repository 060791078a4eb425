import { TABLE, WHO } from './table'

/** The table as docs/permissions.md has it. */
export function permissionsTable(): string {
  const head = ['', 'operation', ...WHO]
  const rows = TABLE.map(([collection, operation, ...verdicts], index) => [
    TABLE[index - 1]?.[0] === collection ? '' : `**${collection}**`,
    operation,
    ...verdicts,
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
