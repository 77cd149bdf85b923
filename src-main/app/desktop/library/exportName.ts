import { extname } from 'node:path'
import type { JobKind } from '#shared/domain.ts'

/** What a finished file's exported name is made of. */
export interface ExportFacts {
  readonly kind: JobKind
  /** The name that its job gave it: `api_Apple_Reported_Strong.mp4`, `quarterly_review_7f3b2a18.mp4`. */
  readonly name: string
  /** From 1. */
  readonly index: number
  /** How many the job has; the index is as wide as this. */
  readonly of: number
  readonly createdAt: Date
}

/** Fills a name template (`{date} {index} {keywords}`, see shared/settings) and adds the file's own ending. */
export function exportName(template: string, { kind, name, index, of, createdAt }: ExportFacts): string {
  const ending = extname(name)
  const stem = name.slice(0, -ending.length)
  const keywords = kind === 'shorts' ? stem.replace(/^api_/, '') : stem.replace(/_[0-9a-f]{8}$/, '')
  const places: Record<string, string> = {
    date: dayOf(createdAt),
    index: String(index).padStart(String(of).length, '0'),
    keywords: keywords.replaceAll('_', ' '),
  }
  const filled = template.replace(/\{(\w+)\}/g, (place, word: string) => places[word] ?? place).trim()
  // Windows drops dots and spaces at a name's end, and a leading dot hides the file elsewhere.
  return `${filled.replace(/^[. ]+|[. ]+$/g, '') || 'video'}${ending}`
}

/** The day where the person is, as ISO 8601 writes it. */
function dayOf(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}
