import type { z } from 'zod'
import { scriptLimit } from '#shared/domain.ts'
import { type AppError, appError } from '#shared/errors.ts'
import { words } from '#shared/phrases.ts'
import { guideVoiceNames } from '#shared/speech/engines.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * Says the first thing that is wrong with a request in one helpful sentence: in the API guide's words where it has some.
 *
 * @param where what the fields are called: `field` in a body, `parameter` in an address
 */
export function explainInvalid(
  error: z.ZodError,
  input: unknown,
  where: 'field' | 'parameter',
  names: readonly string[],
): AppError {
  const issues = error.issues.flatMap(openUnion)
  // A misspelt field explains a missing one, so it comes first.
  const issue = issues.find((candidate) => candidate.code === 'unrecognized_keys') ?? issues[0]
  if (!issue) throw new Error('A ZodError without issues')
  const value = valueAt(input, issue.path)
  return (
    guideError(issue, value) ?? appError('REQUEST_INVALID', { reason: words(sentence(issue, value, where, names)) })
  )
}

/** The API guide's own errors, by field. */
function guideError(issue: Issue, value: unknown): AppError | undefined {
  if (issue.path.length !== 1 || issue.code === 'unrecognized_keys') return undefined
  switch (issue.path[0]) {
    case 'script':
      if (value === undefined || value === null || value === '') return appError('SCRIPT_REQUIRED')
      if (typeof value === 'string') return appError('SCRIPT_TOO_LONG', { length: value.length, limit: scriptLimit })
      return undefined
    case 'voice':
      return appError('VOICE_INVALID', { voices: guideVoiceNames.join(', ') })
    case 'speed':
      return typeof value === 'number' ? appError('SPEED_INVALID') : undefined
    case 'format':
      return appError('FORMAT_INVALID', { format: shown(value) })
    default:
      return undefined
  }
}

function sentence(issue: Issue, value: unknown, where: string, names: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') return unknownField(issue.keys, issue.path, where, names)
  const name = issue.path.join('.')
  if (name === '') return 'Send a JSON object, such as {"script": "Hello"}'
  const field = `The ${where} '${name}'`
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return `${field} is required`
      return `${field} must be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(value)}${unquoted(issue, value)}`
    case 'invalid_value':
      return `${field} must be one of: ${issue.values.map(String).join(', ')}`
    case 'too_small':
      if (value === '') return `${field} is empty; fill it, or leave it out`
      return `${field} must ${bound('at least', issue.minimum, issue.origin)}`
    case 'too_big':
      return `${field} must ${bound('at most', issue.maximum, issue.origin)}`
    case 'invalid_union':
      return `${field} has a value that can not be used here`
    default:
      return `${field} is not right: ${issue.message}`
  }
}

function unknownField(keys: readonly string[], path: Path, where: string, names: readonly string[]): string {
  const key = keys[0] ?? ''
  const name = [...path, shown(key)].join('.')
  const meant = path.length === 0 ? nearest(key, names) : undefined
  const hint =
    path.length > 0 ? '' : meant ? `; did you mean '${meant}'?` : `; known are: ${names.join(', ') || 'none'}`
  return `Unknown ${where} '${name}'${hint}`
}

/** The known name that differs least, where it differs by little. */
function nearest(key: string, names: readonly string[]): string | undefined {
  if (key.length > 40) return undefined
  const lower = key.toLowerCase()
  const ranked = names
    .map((name) => ({ name, distance: distance(lower, name) }))
    .sort((first, second) => first.distance - second.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined
}

/** Levenshtein's distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

/** What is wrong inside the alternative that the value comes closest to. */
function openUnion(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const fitting = issue.errors.filter((branch) =>
    branch.some((inner) => !(inner.code === 'invalid_type' && inner.path.length === 0)),
  )
  const branch = fitting[0]
  if (!branch) return [issue]
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(openUnion)
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null (leave it out instead)'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction'
  return kinds[typeof value] ?? typeof value
}

/** `"1.2"` was sent where 1.2 is meant. */
function unquoted(issue: Issue & { code: 'invalid_type' }, value: unknown): string {
  const meansNumber = issue.expected === 'number' && typeof value === 'string' && value.trim() !== ''
  return meansNumber && Number.isFinite(Number(value)) ? `; write ${Number(value)} without quotes` : ''
}

/** `be at most 100`, `have at most 20 characters`. */
function bound(side: string, limit: number | bigint, origin: string): string {
  const one = Number(limit) === 1
  if (origin === 'string') return `have ${side} ${limit} ${one ? 'character' : 'characters'}`
  return origin === 'array' ? `have ${side} ${limit} ${one ? 'entry' : 'entries'}` : `be ${side} ${limit}`
}

/** What a caller sent, short enough to be repeated. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')
  return text.length > 50 ? `${text.slice(0, 50)}…` : text
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    input,
  )
}
