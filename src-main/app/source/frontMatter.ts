import { parseDocument } from 'yaml'
import { z } from 'zod'

/** A text without its front matter, and what that says. */
export interface WithoutFrontMatter {
  readonly body: string
  readonly title?: string
}

const yamlMatter = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/
const tomlMatter = /^\+\+\+[ \t]*\n([\s\S]*?\n)?\+\+\+[ \t]*(?:\n|$)/

/**
 * Takes off the front matter at the top of a text: YAML between `---`, or TOML between `+++`. A first part of a script
 * that merely stands between two rules is no YAML mapping, and stays.
 */
export function takeFrontMatter(text: string): WithoutFrontMatter {
  const trimmed = text.replace(/^\s+/, '')
  const yaml = yamlMatter.exec(trimmed)
  const values = yaml && readYaml(yaml[1] ?? '')
  if (yaml && values) return { body: trimmed.slice(yaml[0].length), ...titleOf(values) }
  const toml = tomlMatter.exec(trimmed)
  if (toml && /^\s*[\w.-]+\s*=/m.test(toml[1] ?? '')) {
    const title = /^title\s*=\s*(["'])(.*)\1\s*$/m.exec(toml[1] ?? '')?.[2]
    return { body: trimmed.slice(toml[0].length), ...titleOf({ title }) }
  }
  return { body: text }
}

const Mapping = z.record(z.string(), z.unknown())

/** Its values; undefined for text that is no mapping. */
function readYaml(source: string): Record<string, unknown> | undefined {
  // An alias that unfolds into millions of values is refused by the library; a mistake in one line costs that line.
  const document = parseDocument(source, { logLevel: 'silent', uniqueKeys: false })
  if (source.trim() === '') return {}
  try {
    const values = Mapping.safeParse(document.toJS({ maxAliasCount: 20 }))
    return values.success && Object.keys(values.data).every(isKey) ? values.data : undefined
  } catch {
    return undefined
  }
}

/** Keys of front matter are words; a sentence with a colon in it has none. */
const isKey = (key: string) => /^[\p{L}\p{N}_.-]+$/u.test(key)

const Title = z.object({ title: z.union([z.string(), z.number()]).transform(String) })

function titleOf(values: Record<string, unknown>): { title?: string } {
  const parsed = Title.safeParse(values)
  const title = parsed.success ? parsed.data.title.replace(/\s+/g, ' ').trim() : ''
  return title === '' ? {} : { title }
}
