import { phrase } from '#shared/phrases.ts'
import { Pronunciation } from '#shared/speech/pronunciations.ts'
import type { ParsedList } from './readPronunciations.ts'

/** `{"Nguyen": "win"}`, or `[{"written": "Nguyen", "said": "win"}]`. */
export function parseJson(text: string): ParsedList {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return phrase('NOT_JSON')
  }
  const entries: unknown[] = Array.isArray(value)
    ? value
    : Object.entries(value ?? {}).map(([written, said]) => ({ written, said }))
  const list: Pronunciation[] = []
  for (const [index, entry] of entries.entries()) {
    const pair = Pronunciation.safeParse(entry)
    if (!pair.success) return phrase('ENTRY_NO_PAIR', { entry: index + 1 })
    list.push(pair.data)
  }
  return list
}
