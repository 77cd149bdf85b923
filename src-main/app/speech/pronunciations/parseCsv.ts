import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { phrase } from '#shared/phrases.ts'
import { Pronunciation } from '#shared/speech/pronunciations.ts'
import type { ParsedList } from './readPronunciations.ts'

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** What people call the two columns, so that their names are not taken for an entry. */
const header = /^(?:written,said|word,(?:said|pronunciation|alias|say)|grapheme,(?:alias|said)|from,to)$/i

/** Two columns: as it is written, as it is said. Parted by commas, semicolons or tabs (RFC 4180, quotes included). */
export function parseCsv(text: string): ParsedList {
  const rows = rowsOf(text)
  if (typeof rows === 'number') return phrase('LINE_NO_PAIR', { line: rows })
  const list: Pronunciation[] = []
  for (const [index, { record, info }] of rows.entries()) {
    const cells = record.map((cell) => cell.trim())
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0 || (index === 0 && header.test(cells.join(',')))) continue
    const [written, said, ...others] = cells
    const pair = Pronunciation.safeParse({ written, said })
    if (!pair.success || others.length > 0) return phrase('LINE_NO_PAIR', { line: info.lines })
    list.push(pair.data)
  }
  return list
}

/** The rows, or the line that is not one. */
function rowsOf(text: string): z.infer<typeof Rows> | number {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? ''
  const delimiter = ['\t', ';', ','].find((sign) => line.includes(sign)) ?? ','
  try {
    return Rows.parse(
      parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return z.number().catch(1).parse(error.lines)
  }
}
