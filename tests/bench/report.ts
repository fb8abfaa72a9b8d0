/** One line of the report. Without a goal it is told for its own sake. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly goal?: { readonly text: string; readonly met: boolean }
  /** What the figure is made of. */
  readonly note?: string
}

export const ms = (value: number): string =>
  value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
export const times = (value: number): string => `${value.toFixed(2)} x`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** The rows as a Markdown table, so that it can be pasted as it is, with the columns aligned for a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['Measured', 'Figure', 'Goal', '', 'Made of'],
    ...rows.map(({ what, figure, goal, note }) => [
      what,
      figure,
      goal?.text ?? '',
      goal ? (goal.met ? 'met' : 'missed') : '',
      note ?? '',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells.map(line)
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n')
}
