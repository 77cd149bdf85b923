import { spokenColumn } from '#shared/script/light/takeColumns.ts'

/** Whether a table, row by row, has a column that is spoken: its first row names them. */
export const isSpokenTable = ([names = []]: readonly (readonly string[])[]): boolean =>
  spokenColumn(names) !== undefined

/** A table as the script's own parser takes one: a line for each row, bars between its cells. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.map(writeCell).join(' | ')} |`).join('\n')

const writeCell = (text: string) => text.replace(/\|/g, ' ').replace(/\s+/g, ' ').trim()
