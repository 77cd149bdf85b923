import { z } from 'zod'
import { kindOfLabel } from '#shared/script/light/kindOfLabel.ts'
import type { PlainScript } from './plainScript.ts'

const fenced = /^\s*```(?:json)?[ \t]*\n([\s\S]*)\n[ \t]*```\s*$/i
/** What may be JSON, by its first sign and its last. */
const enclosed = /^\s*(?:\{[\s\S]*\}|\[[\s\S]*\]|"[\s\S]*\\[\s\S]*")\s*$/

/**
 * The script that JSON holds, as automations and language models hand one on: a text that was encoded once too often, or
 * an object whose fields are its parts. Fields about what is seen (`visual`, `hashtags`) and values of one word that no
 * one speaks (`id`, `voice`) are left out and counted. Undefined for what is no JSON, or holds no sentence.
 */
export function readJson(text: string): PlainScript | undefined {
  const source = fenced.exec(text)?.[1] ?? text
  if (!enclosed.test(source)) return undefined
  const parsed = parse(source)
  if (parsed === undefined) return undefined
  const reader = { left: 0 }
  const script = wordsOf(parsed, reader, 0)
  if (!/\p{L}/u.test(script)) return undefined
  return { script, leftOut: reader.left === 0 ? {} : { field: reader.left } }
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

const Fields = z.record(z.string(), z.unknown())
const mostNested = 20

function wordsOf(value: unknown, reader: { left: number }, depth: number): string {
  if (typeof value === 'string') return value.trim()
  if (depth > mostNested) return ''
  if (Array.isArray(value)) return joined(value.map((one) => wordsOf(one, reader, depth + 1)))
  const fields = Fields.safeParse(value)
  if (!fields.success) return ''
  return joined(
    Object.entries(fields.data).map(([name, inside]) => {
      if (isSpoken(name, inside)) return wordsOf(inside, reader, depth + 1)
      reader.left++
      return ''
    }),
  )
}

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n\n')

const spokenNames = new Set([
  'text',
  'content',
  'script',
  'narration',
  'voiceover',
  'voice over',
  'spoken',
  'line',
  'lines',
])

function isSpoken(name: string, value: unknown): boolean {
  const words = name
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
  const kind = spokenNames.has(words) ? 'speaker' : kindOfLabel(words, true)
  if (kind === 'direction') return false
  if (typeof value !== 'string') return typeof value === 'object'
  return kind === 'speaker' || /\S\s+\S/.test(value.trim())
}
